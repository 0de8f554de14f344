import type { CostPoint } from '../../run/cost-history.ts'
import type { Frame } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { StartName } from '../../state/starts.ts'

/** What is asked at each starting point before it learns, and how the training itself answers. */

export type Facts = Pick<SessionLike, 'frame' | 'history'>

/** What an answer is judged by. */
interface Findings {
  /** Of the step at which it is told, and of the first. */
  now: CostPoint
  first: CostPoint
  /** The lowest test cost on the way, and at how many steps it was looked at. */
  best: CostPoint
  looks: number
  /** At present, which may be later. */
  frame: Frame
}

export interface Question {
  /** Names of the answers to choose from. */
  answers: readonly string[]
  /** The one that comes true where nothing else is changed. */
  usual: string
  /** Steps after which it is told. */
  after: number
  /** Which answer has come true; null = it cannot be told for now. */
  judge: (findings: Findings) => string | null
}

/** Each answer with the least that it is true from, the highest last. */
type Scale = readonly (readonly [answer: string, from: number])[]

const onScale = (scale: Scale, value: number) => scale.findLast(([, from], i) => i === 0 || value >= from)?.[0] ?? null

/** What share of the rows will be right. */
const share = (usual: string, after: number, of: 'accuracy' | 'testAccuracy', scale: Scale): Question => ({
  answers: scale.map(([answer]) => answer),
  usual,
  after,
  judge: ({ now }) => onScale(scale, now[of]),
})

const noOrYes: Scale = [
  ['no', 0],
  ['yes', 0.9],
]
const upToNine: Scale = [
  ['guessed', 0],
  ['some', 0.65],
  ['nine', 0.9],
]

/** So many are needed to tell where a curve has turned. */
const fewestLooks = 5

/** Where the map of the second neuron has nothing but 0, no row gives it more. */
const isSilent = ({ maps }: Frame) => maps?.layers[0][1].every((value) => value === 0)

export const questions: Record<StartName, Question> = {
  tutorial: {
    answers: ['rises', 'falls', 'vanishes'],
    usual: 'falls',
    after: 1,
    judge: ({ now, first }) => (now.cost > first.cost ? 'rises' : now.cost > first.cost / 100 ? 'falls' : 'vanishes'),
  },
  circle: share('yes', 600, 'accuracy', noOrYes),
  oneFeature: {
    answers: ['below', 'near', 'above'],
    usual: 'above',
    after: 200,
    judge: ({ frame: { layers } }) => {
      const [weight] = layers[0].weights
      return Math.abs(weight) < 0.1 ? 'near' : weight > 0 ? 'above' : 'below'
    },
  },
  fiveFeatures: share('nine', 100, 'testAccuracy', upToNine),
  line: share('no', 500, 'accuracy', noOrYes),
  xor: share('nine', 500, 'accuracy', upToNine),
  curve: {
    answers: ['slope', 'half', 'wave'],
    usual: 'wave',
    after: 500,
    judge: ({ frame: { r2 } }) => (r2 < 0.5 ? 'slope' : r2 < 0.85 ? 'half' : 'wave'),
  },
  spiral: share('guessed', 500, 'accuracy', [
    ['guessed', 0],
    ['some', 0.75],
    ['nine', 0.9],
  ]),
  penguins: share('nine', 100, 'testAccuracy', upToNine),
  digits: share('nine', 80, 'testAccuracy', [
    ['guessed', 0],
    ['some', 0.3],
    ['nine', 0.85],
  ]),
  overfits: {
    answers: ['falls', 'turns', 'rises'],
    usual: 'turns',
    after: 1000,
    judge({ now, first, best, looks }) {
      if (looks < fewestLooks) return null
      return now.testCost < 1.2 * best.testCost ? 'falls' : best.testCost < first.testCost ? 'turns' : 'rises'
    },
  },
  diverges: {
    answers: ['faster', 'swings', 'grows'],
    usual: 'grows',
    after: 20,
    judge: ({ now, first }) =>
      !(now.cost < 100 * first.cost) ? 'grows' : now.cost > first.cost / 2 ? 'swings' : 'faster',
  },
  dead: {
    answers: ['soon', 'late', 'never'],
    usual: 'never',
    after: 300,
    judge: ({ frame }) => (frame.maps ? (isSilent(frame) ? 'never' : 'soon') : null),
  },
}

/** What has come of a question, null = it is not told yet. */
export function outcomeOf({ after, judge }: Question, { frame, history }: Facts) {
  const at = history.step.findIndex((step) => step >= after)
  if (!frame || at < 0 || frame.step < after) return null
  const point = (i: number): CostPoint => ({
    step: history.step[i],
    cost: history.cost[i],
    testCost: history.testCost[i],
    penalty: history.penalty[i],
    accuracy: history.accuracy[i],
    testAccuracy: history.testAccuracy[i],
  })
  const best = history.testCost.reduce((least, cost, i) => (i <= at && cost < history.testCost[least] ? i : least), 0)
  const findings = { now: point(at), first: point(0), best: point(best), looks: at + 1, frame }
  const answer = judge(findings)
  return answer === null ? null : { answer, findings }
}
