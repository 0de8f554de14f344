import { entries } from '../data/sources.js'
import { unflatten } from '../network/parameter-order.js'
import { refusalOf, shown } from '../network/refuse.js'
import { edit } from '../state/commands.js'
import { decodeLink, encodeLink } from '../state/link.js'
import { nearMisses } from '../state/link-pairs.js'
import { firstData, presetState } from '../state/presets.js'
import { text } from '../text/text.js'
import { Announcer } from './announcer.js'
import { isMistake } from './protocol.js'
import { isChange, isCommand, isEdit, isOrder, isViewChange, requestFor, sourceOf, whereOf } from './requests.js'
import { progressOf, savedState } from './save.js'
import { Shown } from './shown.js'
import { WorkerLine } from './worker-line.js'

/**
 * @import {
 *   Catalog, Command, Edits, Moment, Notice, Outcome, Overlay, Pointed, Refused, SessionLike, State
 * } from '../types.d.ts'
 * @import { Port, Request, Update } from './protocol.js'
 * @typedef {State['view']} View
 */

/**
 * A session that goes on from a moment, or in the state that a link's query carries, or in the first one; a link that is
 * refused is explained by a notice.
 * @param {{
 *   worker: Port | (() => Port), url?: string, moment?: Moment | null, isResting?: boolean
 *   signal?: AbortSignal, pulse?: import('./heartbeat.js').Pulse
 * }} options
 * `worker`: one, or a function that starts one (then a worker that fails is replaced); `isResting`: it is nowhere to be
 * seen; `signal`: gives it up, and the worker with it, while it is not ready; `pulse`: how a worker is watched
 * @returns {Promise<Session>} rejects when the engine cannot be loaded
 */
export async function createSession({ worker, url = '', moment = null, isResting = false, signal, pulse }) {
  const start = () => new WorkerLine(typeof worker === 'function' ? worker() : worker, pulse)
  const line = start()
  const giveUp = () => line.close()
  if (signal?.aborted) giveUp()
  signal?.addEventListener('abort', giveUp)
  const session = new Session(line, await line.ready, typeof worker === 'function' ? start : null)
  if (isResting) session.rest(true)
  await (moment ? session.goOn(moment) : session.open(url))
  signal?.removeEventListener('abort', giveUp)
  return session
}

/**
 * Holds the state, sends what is asked of the engine to its worker, and tells the views what has changed.
 * @implements {SessionLike}
 */
export class Session extends Announcer {
  tables = [...entries]
  /** @type {Notice | null} */
  notice = null
  /** @type {Pointed | null} */
  pointed = null
  /** @type {Overlay | null} */
  overlay = null
  /** @type {Edits} */
  edits = { undo: null, redo: null }
  editCount = 0
  #shown = new Shown()
  /** Edits under way: each starts from the state that the one before it left. @type {Promise<unknown>} */
  #edits = Promise.resolve()
  #isRecovering = false
  #isResting = false
  /** @type {WorkerLine} */
  #line

  /**
   * @param {WorkerLine} line
   * @param {Catalog} catalog
   * @param {(() => WorkerLine) | null} startAgain a line to a new worker
   */
  constructor(line, catalog, startAgain) {
    super()
    this.catalog = catalog
    this.startAgain = startAgain
    /** @type {State} */
    this.state = presetState(catalog, firstData)
    this.#line = this.#listenTo(line)
  }

  get data() {
    return this.#shown.data
  }
  get frame() {
    return this.#shown.frame
  }
  get history() {
    return this.#shown.history
  }
  get isRunning() {
    return this.#shown.isRunning
  }

  /**
   * Takes the state of a link, or the first one.
   * @param {string} url
   */
  async open(url) {
    try {
      await this.#take(decodeLink(url, this.catalog) ?? this.state)
      this.#hint(nearMisses(url))
    } catch (error) {
      await this.#take(this.state)
      this.#complain(text('notice.link', { message: messageOf(error) }), '', refusedIn(error, { from: 'link' }))
    }
  }

  /** Tells of keys of a link that are not ours but nearly. @param {ReturnType<typeof nearMisses>} misses */
  #hint(misses) {
    const message = misses.map((miss) => text('notice.nearKey', miss)).join(' ')
    if (message) this.#notify({ kind: 'info', message, where: '' })
  }

  /** Takes up what another session left. @param {Moment} moment */
  async goOn({ state, progress, isRunning }) {
    await this.#take(state, { isFresh: true, progress })
    if (isRunning) await this.run({ do: 'play' })
  }

  /**
   * Does a command, or refuses it with a notice and changes nothing.
   * @param {Command} command
   * @returns {Promise<Outcome>}
   */
  async run(command) {
    if (!isCommand(command)) return this.#refuse(notACommand(command), '')
    this.dispatchEvent(Object.assign(new Event('command'), { command }))
    const before = this.#edits
    if (!isEdit(command)) {
      await before
      return this.#obey(command)
    }
    const done = before.then(() => this.#obey(command))
    this.#edits = done
    return done
  }

  /**
   * A question to the engine; see worker/questions.js.
   * @param {string} question
   * @param {unknown} [details]
   * @returns {Promise<any>} rejects with RangeError or TypeError
   */
  async ask(question, details = {}) {
    const { answer } = await this.#line.ask({ do: 'ask', question, details })
    return answer
  }

  /**
   * The state to keep or to send: see SessionLike.
   * @param {{ withParameters?: boolean }} [options]
   * @returns {State}
   */
  save({ withParameters = false } = {}) {
    return structuredClone(this.#saved(withParameters))
  }

  /** @param {boolean} withParameters */
  #saved(withParameters) {
    return savedState(this.state, this.frame, { withParameters, isReplayable: this.#shown.isReplayable })
  }

  /**
   * The query string of a link to what is on the page; without the weights when they are too many for one, and empty
   * when the rows entered by hand are.
   * @param {{ withParameters?: boolean, isQuiet?: boolean }} [options] `isQuiet`: what is left out is not complained of
   */
  link({ withParameters = false, isQuiet = false } = {}) {
    const state = this.#saved(withParameters)
    for (const whole of [state, { ...state, parameters: undefined }]) {
      try {
        return encodeLink(whole, this.catalog)
      } catch (error) {
        if (!isQuiet) this.#complain(messageOf(error))
      }
    }
    return ''
  }

  /** @param {boolean} isResting */
  rest(isResting) {
    this.#isResting = isResting
    this.#line.ask({ do: 'rest', isResting }).catch(() => {}) // whatever comes in its place is told anew
  }

  /** @returns {Moment} */
  moment() {
    return { state: this.state, progress: progressOf(this.frame), isRunning: this.isRunning }
  }

  dispose() {
    this.#line.close()
  }

  /**
   * @param {Command} command
   * @returns {Promise<Outcome>}
   */
  async #obey(command) {
    try {
      if (command.do === 'point') this.#point(command.at)
      else if (command.do === 'overlay') this.#lay(command.overlay)
      else if (isOrder(command)) await this.#order(requestFor(command))
      else await this.#edit(command)
      if (isChange(command)) {
        this.editCount++
        this.announce(['edit'])
      }
      return { ok: true, message: '' }
    } catch (error) {
      if (isLost(error)) return { ok: false, message: messageOf(error) }
      if (!isMistake(error)) return this.#refuse(notACommand(command), '')
      const message = messageOf(error)
      return this.#refuse(message, whereOf(message, command), refusedIn(error, sourceOf(command)))
    }
  }

  /** @param {string} message @param {string} where @param {{ refused?: Refused }} [how] @returns {Outcome} */
  #refuse(message, where, how) {
    this.#complain(message, where, how)
    return { ok: false, message }
  }

  /** @param {Pointed | null} at */
  #point(at) {
    this.pointed = at
    this.announce(['pointed'])
  }

  /** @param {Overlay | null} overlay */
  #lay(overlay) {
    this.overlay = overlay
    this.announce(['overlay'])
  }

  /** @param {Command} command */
  async #edit(command) {
    const { state, isShownOnly, ...how } = edit(this.state, command, this.catalog, this.data)
    if (isShownOnly) this.#hold(state)
    else await this.#take(state, { ...how, ...(isViewChange(command) ? {} : { edit: command.do }) })
  }

  /** @param {Request} request */
  async #order(request) {
    const { update } = await this.#line.ask(request)
    this.#notify(null)
    if (update) this.#show(update)
  }

  /**
   * Has the worker take a state, then holds it; rejects when the worker refuses it.
   * @param {State} state
   * @param {Omit<Extract<Request, { do: 'apply' }>, 'do' | 'state'>} [how]
   */
  async #take(state, how = { isFresh: true }) {
    const sent = how.isFresh ? state : { ...state, parameters: undefined }
    const { update } = await this.#line.ask({ do: 'apply', state: sent, ...how })
    const { step, ...lasting } = state
    this.#hold(lasting)
    if (update) this.#show(update, !update.isPartial)
  }

  /** @param {State} state */
  #hold(state) {
    this.state = state
    this.#notify(null)
    this.announce(['state'])
  }

  /**
   * @param {Update} update
   * @param {boolean} [isWhole]
   */
  #show(update, isWhole = true) {
    this.announce(this.#shown.take(update, isWhole))
    const { first, edits, state: resumed } = update
    if (edits && JSON.stringify(edits) !== JSON.stringify(this.edits)) {
      this.edits = edits
      this.announce(['edits'])
    }
    if (resumed) {
      const { parameters } = this.state
      const { parameters: _, ...rest } = resumed // the first weights are told by themselves
      this.#hold({ ...rest, ...(parameters ? { parameters } : {}), view: viewAfter(rest, this.state) })
    }
    if (first === undefined) return
    const { parameters, ...state } = this.state
    this.state = first ? { ...state, parameters: unflatten(first, state.network.layers) } : state
    this.announce(['state'])
  }

  /** @param {Notice | null} notice */
  #notify(notice) {
    if (notice === this.notice) return
    this.notice = notice
    this.announce(['notice'])
  }

  /**
   * @param {string} message
   * @param {string} [where]
   * @param {{ refused?: Refused }} [how]
   */
  #complain(message, where = '', how = {}) {
    this.#notify({ kind: 'error', message, where, ...how })
  }

  /** @param {WorkerLine} line */
  #listenTo(line) {
    line.onUpdate = (update) => this.#show(update, update.isRunning === false)
    line.onCrash = (error) => this.#recover(error)
    return line
  }

  /**
   * A new worker goes on from what was last seen.
   * @param {Error} error
   */
  async #recover({ message }) {
    this.#show({ isRunning: false })
    if (!this.startAgain || this.#isRecovering) return this.#complain(text('notice.lost', { message }))
    this.#isRecovering = true
    const isPastLost = this.edits.undo !== null || this.edits.redo !== null
    this.#line = this.#listenTo(this.startAgain())
    try {
      await this.#line.ready
      this.#shown.forgetHistories()
      await this.goOn({ ...this.moment(), isRunning: false })
      this.rest(this.#isResting)
      this.#complain(text(isPastLost ? 'notice.recoveredWithoutUndo' : 'notice.recovered', { message }))
      this.#isRecovering = false
    } catch {
      // The new worker failed too: onCrash has said so.
    }
  }
}

/**
 * How a reader looks stays; what they look at stays where it is still there.
 * @param {State} then
 * @param {State} now
 * @returns {View}
 */
function viewAfter({ network: { layers }, data, view: { row, own, scope } }, now) {
  const isSame = JSON.stringify([layers, data]) === JSON.stringify([now.network.layers, now.data])
  return { ...now.view, row, own, scope, ...(isSame ? {} : { selected: null, parameter: null, against: null }) }
}

/** What was asked is nothing that could be done. @param {unknown} command */
const notACommand = (command) => `command: must be an object such as { do: 'play' }, got ${shown(command)}`

/** Whether the worker was gone, which is told by itself. @param {unknown} error */
const isLost = (error) => error instanceof Error && error.name === 'WorkerLost'

/**
 * What a notice says of a refusal as data.
 * @param {unknown} error
 * @param {Pick<Refused, 'from' | 'parameter'>} source
 * @returns {{ refused?: Refused }}
 */
function refusedIn(error, source) {
  const refusal = refusalOf(error)
  return refusal ? { refused: { ...refusal, ...source } } : {}
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error))
