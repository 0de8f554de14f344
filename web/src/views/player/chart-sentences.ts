import { catalogue } from '../../text/text.ts'

/** The cost curve, in short and in detail. */
export const sentences = catalogue('views/player/chart', {
  label: 'Cost while learning',
  cost: 'cost',
  testCost: 'test cost',
  accuracy: 'accuracy',
  testAccuracy: 'test accuracy',
  step: 'step',
  measure: 'What the chart shows',
  measureAbout: 'Cost, or the share of rows whose class is predicted right.',
  logScale: 'log scale',
  logScaleAbout: 'Equal distances stand for equal ratios: small costs can be told apart.',
  tableAbout: 'The same numbers as rows and columns.',
  table: 'as table',
  open: 'Cost curve in detail',
  empty: 'The cost appears here with the first step.',
  summary_one: 'Training cost after {count} step: {first} at first, now {last}, lowest {least}.',
  summary_other: 'Training cost after {count} steps: {first} at first, now {last}, lowest {least}.',
  summaryTest: 'The test cost is now {test}.',
  at: 'step {step}',
})
