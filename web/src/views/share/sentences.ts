import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/share', {
  about: 'The link opens with this data, network and settings.',
  steps:
    'The link opens with this data, network and settings and trains to step {step} again: every digit is the same, and so is what it learns next.',
  copy: 'Copy link',
  withWeights: 'with the weights as they are now',
  changed:
    'The network was changed while it trained, or has taken too many steps to repeat, so the link carries its weights as they are now.',
  weightsAlone:
    'The weights become the initial weights, at step 0. The steps taken and what the optimizer remembers are not in the link.',
  noWeights: 'These weights are too many for a link, so they are left out: it opens at step 0, with initial weights.',
  tooLong: 'These rows are too many for a link: it would not open everywhere. This one opens the page alone.',
  link: 'Link',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying: the link is selected, copy it with the keyboard.',
})
