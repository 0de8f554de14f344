/** The dial beside a weight or bias on the network. */
export const overlay = {
  close: 'Close',
  shock: 'Shock it',
  shockAbout: 'Nudge it, and see what moves',
  slope: 'Its slope',
  slopeAbout: 'See how the cost goes up and down with it',
}
