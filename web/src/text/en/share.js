export const share = {
  about: 'It opens with this data, network and settings.',
  copy: 'Copy link',
  withWeights: 'with the weights as they are now',
  link: 'Link',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying: the link is selected, copy it with the keyboard.',
}
