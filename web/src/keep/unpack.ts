import { RowStore } from '../data/row-store.ts'
import type { Catalog } from '../engine/catalog.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import { costNames } from '../run/cost-history.ts'
import type { PlainLog } from '../run/log.ts'
import type { Checkpoint, PlainRun } from '../run/run.ts'
import type { Moment } from '../session/session-like.ts'
import type { State } from '../state/state.ts'
import type { Kept } from './kept.ts'
import { bytesOf, eachOf, finiteOf, numbersOf, wholeOf } from './numbers.ts'
import { journalIn } from './unpack-journal.ts'
import { statesIn } from './unpack-states.ts'

/** What a session may have at most. Undo leads to 200 moments, and a history has 2000 points. */
const mostRuns = 500
const mostVisited = 200
const mostPoints = 4000
const mostSteps = Number.MAX_SAFE_INTEGER

const ofRun = ['origin', 'journal', 'end', 'history', 'id', 'parent'] as const

const keys: (keyof Kept)[] = [
  ...(['digits', 'rows', 'states', 'state', 'checkpoint'] as const),
  ...(['runs', 'present', 'past', 'future', 'branches', 'count'] as const),
]

/**
 * The moment that was kept: whatever it says is checked, but for the numbers of the checkpoint, which only the engine
 * can tell whether they are of such a network.
 * @param kept of any origin: what packMoment() has made, or the same out of a file
 * @throws {TypeError | RangeError}
 */
export function unpackMoment(kept: unknown, catalog: Catalog): Moment & { digits: number } {
  const given = plainObject(kept, 'session', keys)
  const rows = new RowStore()
  const states = statesIn(given.states, given.rows, { catalog, rows })
  const state = states[wholeOf(given.state, 'state', 0, states.length - 1)]
  const log = logIn(given, states)
  return {
    digits: wholeOf(given.digits, 'digits', 0, 9999),
    rows,
    state,
    isRunning: false,
    log,
    checkpoint: given.checkpoint === null ? null : checkpointIn(given.checkpoint, log.present),
  }
}

function logIn(given: Record<string, unknown>, states: State[]): PlainLog {
  const count = wholeOf(given.count, 'count', 1, mostSteps)
  const runs = eachOf(given.runs, 'runs', mostRuns, (run, path) => runIn(run, path, states, count))
  const byId = new Map(runs.map((run) => [run.id, run]))
  if (byId.size < runs.length) refuseValue('once', 'runs', runs.length)
  const visited = (value: unknown, path: string) => {
    const { name, ...moments } = plainObject(value, path, ['name', 'position', 'before', 'after'])
    const [position, before, after] = (['position', 'before', 'after'] as const).map((key) =>
      positionIn(moments[key], `${path}.${key}`, byId),
    )
    // the words for it look at what has changed, and know a command that they have never heard of
    return { position, before, after, name: nameOf(name, `${path}.name`) }
  }
  return {
    runs,
    present: positionIn(given.present, 'present', byId),
    past: eachOf(given.past, 'past', mostVisited, visited),
    future: eachOf(given.future, 'future', mostVisited, visited),
    branches: eachOf(given.branches, 'branches', mostRuns, (id, path) => runOf(id, path, byId).id),
    count,
  }
}

/** A name that a command may have. */
const nameOf = (value: unknown, path: string) =>
  typeof value === 'string' && /^[a-z][a-zA-Z]{0,39}$/.test(value) ? value : refuseType('shortName', path, value)

/** @param count of the runs that there have been, all with numbers below it */
function runIn(value: unknown, path: string, states: State[], count: number): PlainRun {
  const { origin, journal, end, history, id, parent } = plainObject(value, path, ofRun)
  const { state, start } = plainObject(origin, `${path}.origin`, ['state', 'start'])
  const first = states[wholeOf(state, `${path}.origin.state`, 0, states.length - 1)]
  const last = wholeOf(end, `${path}.end`, 0, mostSteps)
  return {
    origin: { state: first, start: start === null ? null : finiteOf(start, `${path}.origin.start`) },
    journal: journalIn(journal, `${path}.journal`, { first, states, end: last }),
    end: last,
    history: historyIn(history, `${path}.history`, last),
    id: wholeOf(id, `${path}.id`, 0, count - 1),
    parent: parent === null ? null : parentIn(parent, `${path}.parent`, count),
  }
}

/** The run that it has left may be gone by now. */
function parentIn(value: unknown, path: string, count: number): PlainRun['parent'] {
  const { id, step } = plainObject(value, path, ['id', 'step'])
  return { id: wholeOf(id, `${path}.id`, 0, count - 1), step: wholeOf(step, `${path}.step`, 0, mostSteps) }
}

/** Costs are as they were told: they may be no numbers any more, or none without a test set. */
function historyIn(value: unknown, path: string, end: number): PlainRun['history'] {
  const given = plainObject(value, path, costNames)
  const steps = numbersOf(given.step, `${path}.step`)
  wholeOf(steps.length, `${path}.step.length`, 0, mostPoints)
  for (const [i, step] of steps.entries()) wholeOf(step, `${path}.step.${i}`, i ? steps[i - 1] + 1 : 0, end)
  const lists = costNames.map((name) => {
    const numbers = numbersOf(given[name], `${path}.${name}`)
    wholeOf(numbers.length, `${path}.${name}.length`, steps.length, steps.length)
    return [name, [...numbers]]
  })
  return Object.fromEntries(lists)
}

type Runs = ReadonlyMap<number, PlainRun>

const runOf = (id: unknown, path: string, runs: Runs): PlainRun =>
  runs.get(id as number) ?? refuseValue('among', path, id, { names: [...runs.keys()].join(', ') })

function positionIn(value: unknown, path: string, runs: Runs): PlainLog['present'] {
  const given = plainObject(value, path, ['run', 'edits', 'step'])
  const { id, journal, end } = runOf(given.run, `${path}.run`, runs)
  const edits = wholeOf(given.edits, `${path}.edits`, 0, journal.length)
  const [from, until] = [journal[edits - 1]?.step ?? 0, journal[edits]?.step ?? end]
  return { run: id, edits, step: wholeOf(given.step, `${path}.step`, from, until) }
}

const ofCheckpoint = ['edits', 'step', 'epoch', 'parameters', 'snapshot', 'start', 'isOwnStart'] as const

/** @param present it is on the way there */
function checkpointIn(value: unknown, present: PlainLog['present']): Checkpoint {
  const given = plainObject(value, 'checkpoint', ofCheckpoint)
  const start = finiteOf(given.start, 'checkpoint.start')
  return {
    edits: wholeOf(given.edits, 'checkpoint.edits', 0, present.edits),
    step: wholeOf(given.step, 'checkpoint.step', 0, present.step),
    epoch: finiteOf(Float64Array.of(Number(given.epoch)), 'checkpoint.epoch')[0],
    parameters: numbersOf(given.parameters, 'checkpoint.parameters'),
    snapshot: bytesOf(given.snapshot, 'checkpoint.snapshot'),
    start,
    isOwnStart: given.isOwnStart === true,
  }
}
