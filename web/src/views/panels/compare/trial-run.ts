import type { DataInfo } from '../../../data/prepare.ts'
import { flattenFrame } from '../../../network/layer-parameters.ts'
import type { CostCurves } from '../../../run/cost-history.ts'
import { type Frame, unpackFrame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { TrialLane } from '../../../session/trials.ts'
import type { State } from '../../../state/state.ts'
import { errorWords } from '../../parts/refusal/words.ts'
import type { LanePlan, Setup } from './setups.ts'

/** Trainings beside the present run, as the worker tells of them piece by piece. */

/** Milliseconds that the worker trains before it looks at its messages: less while the page trains, too. */
const [slice, sliceBeside] = [16, 8]
/** Milliseconds between two pictures of what two networks have learnt. */
const pictureTime = 400

export interface Lane extends LanePlan, Omit<TrialLane, 'points'> {
  curves: CostCurves
  /** At each point, as far as they are told. */
  parameters: Float64Array[]
  /** All that is to be seen of it; of two networks alone. */
  seen: { frame: Frame; data: DataInfo } | null
}

type Status = 'running' | 'paused' | 'over' | 'stopped' | 'failed'

const noCurves = (): CostCurves => ({
  step: [],
  cost: [],
  testCost: [],
  accuracy: [],
  testAccuracy: [],
  penalty: [],
})

export class TrialRun {
  readonly session: SessionLike
  readonly setup: Setup
  /** The state when it was begun. */
  readonly base: State
  readonly lanes: Lane[]
  /** The weights that all begin with, where the seed does not make them. */
  readonly start: Float64Array | null
  /** The step that those are of. */
  readonly startStep: number
  status: Status = 'paused'
  /** Why it failed. */
  refusal = ''
  onChange: () => void
  #trial: number | null = null
  #loop: Promise<void> | null = null
  #pictureAt = -Infinity

  constructor(session: SessionLike, setup: Setup, plans: LanePlan[], onChange: () => void) {
    this.session = session
    this.setup = setup
    this.base = session.state
    this.onChange = onChange
    const isFromHere = setup.isFromHere && setup.kind !== 'seeds' && session.frame !== null
    this.start = isFromHere ? flattenFrame(session.frame as Frame) : null
    this.startStep = session.frame?.step ?? 0
    this.lanes = plans.map((plan) => ({
      ...plan,
      step: 0,
      isOver: false,
      hasDiverged: false,
      milliseconds: 0,
      curves: noCurves(),
      parameters: [],
      seen: null,
    }))
  }

  get isRunning() {
    return this.status === 'running'
  }

  /** Trains, or goes on. */
  go() {
    if (this.status !== 'paused') return
    this.status = 'running'
    this.#loop = (this.#loop ?? Promise.resolve()).then(() => this.#train())
  }

  /** Holds it while nobody looks. */
  pause() {
    if (this.isRunning) this.status = 'paused'
  }

  /** Ends it; what it has come to stays. */
  async stop() {
    if (!this.isRunning && this.status !== 'paused') return
    this.status = 'stopped'
    await this.#loop
    await this.#end()
    this.onChange()
  }

  async #train() {
    try {
      const origins = this.lanes.map(({ state }) => ({ state, start: this.start }))
      const isTogether = this.setup.kind !== 'seeds'
      this.#trial ??= await this.session.ask('beginTrial', { origins, until: this.setup.until, isTogether })
      while (this.isRunning) await this.#advance(this.#trial)
    } catch (error) {
      this.status = 'failed'
      this.refusal = errorWords(this.session, error)
      await this.#end()
    }
    this.onChange()
  }

  async #advance(trial: number) {
    const milliseconds = this.session.isRunning ? sliceBeside : slice
    const news = await this.session.ask('advanceTrial', { trial, milliseconds })
    news.forEach((each, i) => take(this.lanes[i], each))
    const isOver = news.every((lane) => lane.isOver)
    if (this.setup.kind === 'pair' && (isOver || performance.now() > this.#pictureAt)) await this.#look(trial)
    if (isOver && this.isRunning) {
      this.status = 'over'
      await this.#end()
    }
    this.onChange()
  }

  /** The pictures of both, and their numbers. */
  async #look(trial: number) {
    for (const [lane, each] of this.lanes.entries()) {
      const seen = await this.session.ask('trialFrame', { trial, lane })
      if (seen) each.seen = { frame: unpackFrame(seen.frame), data: seen.data }
    }
    this.#pictureAt = performance.now() + pictureTime
  }

  /** Gives the worker's memory back. */
  async #end() {
    const trial = this.#trial
    this.#trial = null
    if (trial !== null) await this.session.ask('endTrial', { trial }).catch(() => {}) // lost with its worker
  }
}

function take(lane: Lane, { points, ...news }: TrialLane) {
  Object.assign(lane, news)
  for (const { parameters, ...point } of points) {
    for (const name of Object.keys(lane.curves) as (keyof CostCurves)[]) lane.curves[name].push(point[name])
    if (parameters) lane.parameters.push(parameters)
  }
}

/** The way through the weights that a lane has come; null where they are too many to be told. */
export function wayOf({ curves, parameters }: Lane) {
  if (parameters.length < 2 || parameters.length !== curves.step.length) return null
  const values = Array.from(parameters[0], (_, place) => parameters.map((each) => each[place]))
  return { steps: [...curves.step], values }
}
