import { catalogue } from '../../text/text.ts'

/** The dial beside a weight or bias on the network; what stands beneath the network. */
export const sentences = catalogue('views/graph', {
  close: 'Close',
  shock: 'Shock it',
  shockAbout: 'Change it a little, and see what else changes',
  slope: 'Its slope',
  slopeAbout: 'See how the cost rises and falls with it',
  legend: 'On the wires: {wires}. At the neurons: {neurons}.',
  legendWishes: 'On the wires: {wires}. At the neurons: {neurons}. Arrows: {wishes}.',
  someWeights: '[[weight|weight]], dashed below 0',
  someActivations: '[[activation|activation]]',
})
