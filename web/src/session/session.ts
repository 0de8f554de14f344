import { dequal as isEqual } from 'dequal/lite'
import { RowStore, type RowsId } from '../data/row-store.ts'
import { entries } from '../data/sources.ts'
import type { Catalog } from '../engine/catalog.ts'
import { unflatten } from '../network/layer-parameters.ts'
import type { Pointed } from '../network/pointed.ts'
import { mistake, refusalOf } from '../network/refuse.ts'
import type { FlatRows } from '../network/rows.ts'
import { Log } from '../run/log.ts'
import { type PlainState, plainState, rowIdsIn } from '../state/border.ts'
import type { Command } from '../state/commands.ts'
import type { Guard } from '../state/fixed.ts'
import { encodeLink } from '../state/link.ts'
import { isOurs, nearMisses, pairsOf } from '../state/link-pairs.ts'
import type { Overlay } from '../state/overlay.ts'
import { firstState } from '../state/presets.ts'
import type { State } from '../state/state.ts'
import { text } from '../text/text.ts'
import { Announcer, type Change } from './announcer.ts'
import type { Pulse } from './heartbeat.ts'
import type { Notice, Offer, Origin, Refused } from './notice.ts'
import { type Answered, type Apply, type Ask, errorOf, type Port, type Request, type Update } from './protocol.ts'
import type { Answer, Details, Question } from './questions.ts'
import {
  isChange,
  isCommand,
  isEdit,
  isOpening,
  isOrder,
  isViewChange,
  requestFor,
  sourceOf,
  whereOf,
} from './requests.ts'
import { linkedState, savedState } from './save.ts'
import type { Moment, Outcome, Reply, SessionLike } from './session-like.ts'
import { Shown } from './shown.ts'
import { WorkerLine } from './worker-line.ts'

type View = State['view']
type Source = Pick<Refused, 'from' | 'parameter'>

/**
 * A session that goes on from a moment, or in the state that a link's query carries, or in the first one; a link that
 * is refused is explained by a notice.
 * @param options `worker`: one, or a function that starts one (then a worker that fails is replaced); `from`: where the
 * link stands; `isResting`: it is nowhere to be seen; `signal`: gives it up, and the worker with it, while it is not
 * ready; `pulse`: how a worker is watched
 * @returns rejects when the engine cannot be loaded
 */
export async function createSession({
  worker,
  url = '',
  from = 'link',
  moment = null,
  isResting = false,
  signal,
  pulse,
}: {
  worker: Port | (() => Port)
  url?: string
  from?: Origin
  moment?: Moment | null
  isResting?: boolean
  signal?: AbortSignal
  pulse?: Pulse
}): Promise<Session> {
  const start = () => new WorkerLine(typeof worker === 'function' ? worker() : worker, pulse)
  const line = start()
  const giveUp = () => line.close()
  if (signal?.aborted) giveUp()
  signal?.addEventListener('abort', giveUp)
  const session = new Session(line, await line.ready, typeof worker === 'function' ? start : null, moment?.rows)
  if (isResting) session.rest(true)
  await (moment ? session.goOn(moment) : session.open(url, from))
  signal?.removeEventListener('abort', giveUp)
  return session
}

/** Holds the state, sends what is asked of the engine to its worker, and tells the views what has changed. */
export class Session extends Announcer implements SessionLike {
  catalog: Catalog
  rows: RowStore
  startAgain: (() => WorkerLine) | null
  state: State
  tables = [...entries]
  notice: Notice | null = null
  pointed: Pointed | null = null
  overlay: Overlay | null = null
  editCount = 0
  guard: Guard | null = null
  #shown = new Shown()
  /** Edits under way: each starts from the state that the one before it left. */
  #edits: Promise<unknown> = Promise.resolve()
  #commands: typeof import('../state/commands.ts') | null = null
  #isRecovering = false
  #isResting = false
  #line: WorkerLine
  /** Where it sleeps. */
  #asleep: Moment | null = null
  /** Resolves when it is awake. */
  #woken: Promise<void> | undefined
  #tellWoken = () => {}
  /** So many things are under way that it does not go to sleep over. */
  #busy = 0
  onWake = async () => {}

  /** @param startAgain a line to a new worker */
  constructor(line: WorkerLine, catalog: Catalog, startAgain: (() => WorkerLine) | null, rows = new RowStore()) {
    super()
    this.catalog = catalog
    this.rows = rows
    this.startAgain = startAgain
    this.state = firstState(catalog)
    this.#line = this.#listenTo(line)
  }

  get data() {
    return this.#shown.data
  }
  get frame() {
    return this.#shown.frame
  }
  get revision() {
    return this.#shown.revision
  }
  get history() {
    return this.#shown.log.history
  }
  get edits() {
    return this.#shown.log.edits
  }
  get log() {
    return this.#shown.log
  }
  get isRunning() {
    return this.#shown.isRunning
  }
  get stopped() {
    return this.#shown.stopped
  }

  /** Takes the state of a link, wherever it stands, or the first one. */
  async open(url: string, from: Origin) {
    try {
      if (pairsOf(url).some(({ key }) => isOurs(key))) await this.#read(url)
      else await this.#takeFirst(this.state)
      this.#hint(url)
    } catch (error) {
      await this.#takeFirst(this.state)
      this.#complain(text(`notice.${from}`, { message: messageOf(error) }), '', refusedIn(error, { from }))
    }
  }

  /** Takes the state that a link carries. */
  async #read(url: string) {
    const { arrive, decodeLink } = await import('./arrival.ts') // a visit without a link needs none of it
    const again: Command = { do: 'load', state: url, isSure: true }
    await arrive(
      this,
      decodeLink(url, this) as State,
      this.#arrival((state) => this.#takeFirst(state), again),
    )
  }

  #arrival(take: (state: State) => Promise<void>, again: Command, isSure = false) {
    return {
      take,
      notify: (notice: Notice | null) => this.#notify(notice),
      again: () => void this.run(again, true),
      isSure,
    }
  }

  /** Has the worker take a state, and the next worker if this one is lost with it. */
  async #takeFirst(state: State) {
    await this.#take(state).catch((error) => {
      if (!isLost(error)) throw error
      return this.#take(state)
    })
  }

  /** Tells of keys of a link that are not ours but nearly, where there is nothing of more weight to say. */
  #hint(link: string) {
    const message = nearMisses(link)
      .map(({ key, meant }) => (meant ? text('notice.nearKey', { key, meant }) : text('notice.cutKey', { key })))
      .join(' ')
    if (message && !this.notice) this.#notify({ kind: 'info', message, where: '' })
  }

  /** Takes up what another session left. */
  async goOn({ state, log, checkpoint, isRunning }: Moment) {
    const newest = this.revision.parameters + mostAhead
    const repeated = Log.from(log)
    const rows = this.#rowsOf([...repeated.states, state])
    const { update } = await this.#line.ask(
      { type: 'goOn', log, checkpoint, view: state.view, stop: state.stop, newest },
      rows,
    )
    this.#shown.log = repeated
    this.#shown.checkpoint = checkpoint
    this.#hold(state)
    if (update) this.#show(update)
    this.announce(['edit', 'edits'])
    if (isRunning) await this.run({ do: 'play' })
  }

  /** Goes on from a moment in the place of all that is here; `moment()` before it is the way back. */
  takeUp(moment: Moment): Promise<void> {
    const done = this.#edits.then(() => this.goOn(moment))
    this.#edits = done.catch(() => {})
    return done
  }

  /** Does a command, or refuses it with a notice and changes nothing. */
  async run(command: Command, isAuthors = false): Promise<Outcome> {
    if (!isCommand(command)) return this.#refuse(notACommand(command), '', { from: 'asked' })
    this.dispatchEvent(Object.assign(new Event('command'), { command }))
    this.#busy++
    try {
      if (command.do !== 'point' && command.do !== 'overlay') await this.wake()
      return await this.#inTurn(command, isAuthors ? null : this.guard)
    } finally {
      this.#busy--
    }
  }

  /** One edit after the other, everything else after those that are under way. */
  async #inTurn(command: Command, guard: Guard | null): Promise<Outcome> {
    const before = this.#edits
    if (!isEdit(command)) {
      await before
      return this.#obey(command, guard)
    }
    const done = before.then(() => this.#obey(command, guard))
    this.#edits = done
    return done
  }

  /**
   * A question to the engine.
   * @returns rejects with RangeError or TypeError
   */
  async ask<Q extends Question>(question: Q, details?: Details<Q>): Promise<Answer<Q>> {
    const reply = await this.askWithRevision(question, details)
    if ('refusal' in reply) throw reply.refusal
    return reply.answer
  }

  /** The same, with what it is about: see SessionLike. */
  async askWithRevision<Q extends Question>(question: Q, details?: Details<Q>): Promise<Reply<Q>> {
    if (this.#isResting)
      await this.#woken // what cannot be seen asks for nobody
    else await this.wake()
    const { answered } = await this.#line.ask({ type: 'ask', question, details: details ?? {} } as Ask)
    const { failure, ...reply } = answered as Answered
    return (failure ? { ...reply, refusal: errorOf(failure) } : reply) as Reply<Q>
  }

  /** The state to keep or to send: see SessionLike. */
  save({ withParameters = false }: { withParameters?: boolean } = {}): PlainState {
    const { isReplayable } = this.#shown.log
    return structuredClone(plainState(savedState(this.state, this.frame, { withParameters, isReplayable }), this.rows))
  }

  /**
   * What follows the ? of a link to what is on the page; without the weights when they are too many for one, and empty
   * when the rows entered by hand are.
   * @param options `isQuiet`: what is left out is not complained of
   */
  link({ withParameters = false, isQuiet = false }: { withParameters?: boolean; isQuiet?: boolean } = {}) {
    const { isReplayable } = this.#shown.log
    const whole = linkedState(this.state, this.frame, { withParameters, isReplayable })
    const { parameters, step, seal, ...plain } = whole
    for (const state of parameters ? [whole, plain] : [whole]) {
      try {
        return encodeLink(state, this)
      } catch (error) {
        if (!isQuiet) this.#complain(messageOf(error), '', refusedIn(error, { from: 'asked' }))
      }
    }
    return ''
  }

  rest(isResting: boolean) {
    this.#isResting = isResting
    if (!this.#asleep)
      this.#line.ask({ type: 'rest', isResting }).catch(() => {}) // whatever comes in its place is told anew
    else if (!isResting && this.isRunning) this.wake()
  }

  sleep() {
    if (!this.startAgain || this.#asleep || this.#busy) return false
    this.#asleep = this.moment()
    this.#woken = new Promise((resolve) => {
      this.#tellWoken = resolve
    })
    this.#line.close()
    return true
  }

  /** Goes on with a worker of its own, if it has slept. */
  async wake() {
    const moment = this.#asleep
    this.#asleep = null
    if (moment) this.#goOnAwake(moment)
    await this.#woken
  }

  async #goOnAwake(moment: Moment) {
    this.#busy++
    await this.onWake()
    await this.#goOnAnew(moment).catch(() => {}) // onCrash has said so
    this.#busy--
    this.#tellWoken()
    if (moment.isRunning) this.run({ do: 'play' })
  }

  /** Goes on with a new worker, at rest. */
  async #goOnAnew(moment: Moment | null) {
    this.#line = this.#listenTo((this.startAgain as () => WorkerLine)())
    await this.#line.ready
    if (moment) await this.goOn({ ...moment, isRunning: false })
    this.rest(this.#isResting)
  }

  tell(notice: Notice) {
    this.#notify(notice)
  }

  giveWay() {
    this.#line.giveWay()
  }

  moment(): Moment {
    const { log, checkpoint } = this.#shown
    return { state: this.state, log: log.toPlain(), checkpoint, isRunning: this.isRunning, rows: this.rows }
  }

  dispose() {
    this.#line.close()
  }

  async #obey(command: Command, guard: Guard | null): Promise<Outcome> {
    try {
      if (command.do === 'point') this.#point(command.at)
      else if (command.do === 'overlay') this.#lay(command.overlay)
      else if (isOrder(command)) {
        guard?.(command, this.state)
        await this.#order(requestFor(command))
      } else await this.#edit(command, guard)
      if (isChange(command)) {
        this.editCount++
        this.announce(['edit'])
      }
      return { ok: true, message: command.do === 'load' ? (this.notice?.message ?? '') : '' }
    } catch (error) {
      if (isLost(error)) return { ok: false, message: messageOf(error) }
      const refusal = refusalOf(error)
      if (!refusal) return this.#refuse(notACommand(command), '', { from: 'asked' })
      return this.#refuse(error, whereOf(refusal.path, command), sourceOf(command))
    }
  }

  #refuse(error: unknown, where: string, source: Source): Outcome {
    const message = messageOf(error)
    this.#complain(message, where, refusedIn(error, source))
    return { ok: false, message }
  }

  #point(at: Pointed | null) {
    this.pointed = at
    this.announce(['pointed'])
  }

  #lay(overlay: Overlay | null) {
    this.overlay = overlay
    this.announce(['overlay'])
  }

  async #edit(command: Command, guard: Guard | null) {
    // Fetched late, since no step needs it; kept, since every import() takes a turn of the task queue.
    this.#commands ??= await import('../state/commands.ts')
    const { edit } = this.#commands
    const { state, isShownOnly, ...how } = edit(this.state, command, this, this.data)
    guard?.(command, this.state, state)
    const { notice } = this
    const take = (next: State) => this.#take(next, { ...how, ...(isViewChange(command) ? {} : { name: command.do }) })
    if (isShownOnly) this.#hold(state, isOpening(command) ? 'opened' : 'state')
    else if (command.do !== 'load') await take(state)
    else {
      const { arrive } = await import('./arrival.ts')
      await arrive(this, state, this.#arrival(take, { ...command, isSure: true }, command.isSure === true))
      if (typeof command.state === 'string') this.#hint(command.state)
    }
    if (notice?.offer && isViewChange(command)) this.#notify(notice)
  }

  async #order(request: Request) {
    const { update } = await this.#line.ask(request)
    this.#notify(null)
    if (update) this.#show(update)
  }

  /** Has the worker take a state, then holds it; rejects when the worker refuses it. */
  async #take(state: State, how: Omit<Apply, 'type' | 'state'> = { isFresh: true }) {
    const sent = how.isFresh ? state : { ...state, parameters: undefined }
    const { update } = await this.#line.ask({ type: 'apply', state: sent, ...how }, this.#rowsOf([state]))
    const { step, seal, ...lasting } = state
    this.#hold(lasting)
    if (update) this.#show(update, !update.isPartial)
    this.rows.keep(rowIdsIn([...this.#shown.log.states, this.state]))
  }

  /** What the worker has to know where it is told of these states. */
  #rowsOf(states: State[]): [RowsId, FlatRows][] {
    return Array.from(rowIdsIn(states), (id) => [id, this.rows.get(id)])
  }

  #hold(state: State, change: Change = 'state') {
    this.state = state
    this.#notify(null)
    this.announce([change])
  }

  #show(update: Update, isWhole = true) {
    this.announce(this.#shown.take(update, isWhole))
    const { first, state: resumed } = update
    if (resumed) {
      const { parameters, stop } = this.state
      const { parameters: _, stop: __, ...rest } = resumed // the first weights are told by themselves
      const kept = { ...(parameters ? { parameters } : {}), ...(stop ? { stop } : {}) }
      this.#hold({ ...rest, ...kept, view: viewAfter(rest, this.state) })
    }
    if (first === undefined) return
    const { parameters, ...state } = this.state
    this.state = first ? { ...state, parameters: unflatten(first, state.network.layers) } : state
    this.announce(['state'])
  }

  #notify(notice: Notice | null) {
    if (notice === this.notice) return
    this.notice = notice
    this.announce(['notice'])
  }

  #complain(message: string, where = '', how: { refused?: Refused; offer?: Offer } = {}) {
    this.#notify({ kind: 'error', message, where, ...how })
  }

  #listenTo(line: WorkerLine) {
    line.onUpdate = (update) => this.#show(update, update.isRunning === false)
    line.onCrash = (error) => this.#recover(error)
    return line
  }

  /** A new worker goes on from what was last seen. */
  async #recover({ message }: Error) {
    this.#show({ isRunning: false })
    if (!this.startAgain || this.#isRecovering) return this.#complain(text('notice.lost', { message }))
    this.#isRecovering = true
    try {
      await this.#goOnAnew(this.#shown.log.present && this.moment())
      this.#complain(text('notice.recovered', { message }))
      this.#isRecovering = false
    } catch {
      // The new worker failed too: onCrash has said so.
    }
  }
}

/** How a reader looks stays; what they look at stays where it is still there. */
function viewAfter({ network: { layers }, data, view: { row, own, scope } }: State, now: State): View {
  const isSame = isEqual([layers, data], [now.network.layers, now.data])
  return { ...now.view, row, own, scope, ...(isSame ? {} : { selected: null, parameter: null, against: null }) }
}

/** Numbers of revisions by which a worker may have been ahead of what was seen of it. */
const mostAhead = 1e9

/** What was asked is nothing that could be done. */
const notACommand = (command: unknown) => mistake(TypeError, 'commandGiven', 'command', [command])

/** Whether the worker was gone, which is told by itself. */
const isLost = (error: unknown) => error instanceof Error && error.name === 'WorkerLost'

/** What a notice says of a refusal as data. */
function refusedIn(error: unknown, source: Source): { refused?: Refused; offer?: Offer } {
  const refusal = refusalOf(error)
  const { offer } = error as { offer?: Offer }
  return { ...(refusal ? { refused: { ...refusal, ...source } } : {}), ...(offer ? { offer } : {}) }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
