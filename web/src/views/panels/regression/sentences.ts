import { catalogue } from '../../../text/text.ts'

/** The panel that reads one neuron as a regression. */
export const sentences = catalogue('views/panels/regression', {
  logistic:
    'One neuron with a sigmoid is a logistic regression: the slope B1 is the [[weight|weight]] on the wire, the intercept B0 is the [[bias|bias]] in the neuron.',
  logisticMany:
    'One neuron with a sigmoid is a logistic regression: each [[weight|weight]] is a beta, the [[bias|bias]] is the intercept.',
  linear:
    'One linear neuron is a linear regression: the slope B1 is the [[weight|weight]] on the wire, the intercept B0 is the [[bias|bias]] in the neuron.',
  linearMany:
    'One linear neuron is a linear regression: each [[weight|weight]] is a beta, the [[bias|bias]] is the intercept.',
  otherCost:
    'Statistics packages find the betas by minimising binary cross-entropy; with {cost} they come out differently.',
  change: 'Change a beta and watch what happens.',
  logOdds: 'log-odds of {name}',
  probability: 'probability of {name}',
  prediction: 'predicted {name}',
  logOddsPlot: 'Log-odds as a straight line over {feature}; rows of the first class below, of the second above',
  probabilityPlot: 'Probability as an S-curve over {feature}, with every row at 0 or 1',
  predictionPlot: 'Prediction as a straight line over {feature}, with every row',
  slope: 'Slope B1 (the weight)',
  intercept: 'Intercept B0 (the bias)',
  interceptRow: 'B0 (intercept)',
  tryX: 'x: {feature}',
  backToRow: 'Back to row {row}',
  equation: 'The numbers for {sample}',
  row: 'row {row}',
  own: 'your own inputs',
  z: 'log-odds',
  zLinear: 'prediction',
  zSeen: 'prediction, standardised',
  p: 'probability',
  half: 'The probability is one half where the log-odds are 0: at {feature} = −B0 ÷ B1 = {value}.',
  halfSeen: 'The probability is one half where the log-odds are 0: at {feature} = {value}.',
  seen: 'The network sees {name} = {value} as {seen}.',
  standardised:
    'The inputs are [[standardised|standardised]], so each beta is for one standard deviation; the columns beside it are per original unit.',
  standardisedOne: 'The input is standardised: x = ({feature} − {mean}) ÷ {deviation}.',
  ownUnits: 'In original units of {feature}: B1 = {slope}, B0 = {intercept}.',
  targetStandardised: 'The prediction is standardised too: 1 stands for {deviation} of {name}.',
  coefficients: 'Coefficients, largest first',
  input: 'Input',
  beta: 'Beta',
  betaOf: 'Beta, {name}',
  perUnit: 'Per unit',
  odds: 'Odds ratio',
  oddsUnit: 'Odds ratio per unit',
  x: 'x of {sample}',
  term: 'beta · x',
  total: 'Sum',
  previous: 'Previous inputs',
  next: 'Next inputs',
  readOdds: 'If {name} rises by 1 {unit}, the odds of “{class}” are multiplied by {odds}.',
  readOddsPlain: 'If {name} rises by 1, the odds of “{class}” are multiplied by {odds}.',
  readOddsSeen:
    'The largest beta is that of {name}: each extra standard deviation ({deviation}) multiplies the odds of “{class}” by {odds}.',
  readLinear: 'If {name} rises by 1, {target} changes by {slope}.',
  readLinearSeen:
    'The largest beta is that of {name}: each extra standard deviation ({deviation}) changes {target} by {slope}.',
})
