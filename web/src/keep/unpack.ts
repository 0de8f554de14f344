import { RowStore } from '../data/row-store.ts'
import type { Catalog } from '../engine/catalog.ts'
import { plainObject } from '../network/refuse.ts'
import type { PlainLog } from '../run/log.ts'
import type { Checkpoint, PlainRun } from '../run/run.ts'
import type { Moment } from '../session/session-like.ts'
import { checkedAt, type State } from '../state/state.ts'
import { curves, type Kept } from './kept.ts'
import { bytesOf, eachOf, finiteOf, numbersOf, wholeOf } from './numbers.ts'
import { journalIn } from './unpack-journal.ts'
import { statesIn } from './unpack-states.ts'

/** What a session may have at most. Undo leads to 200 moments, and a history has 2000 points. */
const mostRuns = 500
const mostVisited = 200
const mostPoints = 4000
const mostSteps = Number.MAX_SAFE_INTEGER

const keys: (keyof Kept)[] = ['digits', 'rows', 'states', 'state', 'runs', 'present', 'past', 'future', 'checkpoint']

/**
 * The moment that was kept: whatever it says is checked, but for the numbers of the checkpoint, which only the engine
 * can tell whether they are of such a network.
 * @param kept of any origin: what packMoment() has made, or the same out of a file
 * @throws {TypeError | RangeError}
 */
export function unpackMoment(kept: unknown, catalog: Catalog): Moment & { digits: number } {
  const given = plainObject(kept, 'session', keys)
  const rows = new RowStore()
  const border = { catalog, rows }
  const states = statesIn(given.states, given.rows, border)
  const state = states[wholeOf(given.state, 'state', 0, states.length - 1)]
  const runs = eachOf(given.runs, 'runs', mostRuns, (run, path) => runIn(run, path, states))
  const position = (value: unknown, path: string) => positionIn(value, path, runs)
  const visited = (value: unknown, path: string) => {
    const { position: at, name } = plainObject(value, path, ['position', 'name'])
    // the words for it look at what has changed, and know a command that they have never heard of
    return { position: position(at, `${path}.position`), name: checkedAt('view.tab', name, border) as string }
  }
  const present = position(given.present, 'present')
  return {
    digits: wholeOf(given.digits, 'digits', 0, 9999),
    rows,
    state,
    isRunning: false,
    log: {
      runs,
      present,
      past: eachOf(given.past, 'past', mostVisited, visited),
      future: eachOf(given.future, 'future', mostVisited, visited),
    },
    checkpoint: given.checkpoint === null ? null : checkpointIn(given.checkpoint, present),
  }
}

function runIn(value: unknown, path: string, states: State[]): PlainRun {
  const { origin, journal, end, history } = plainObject(value, path, ['origin', 'journal', 'end', 'history'])
  const { state, start } = plainObject(origin, `${path}.origin`, ['state', 'start'])
  const first = states[wholeOf(state, `${path}.origin.state`, 0, states.length - 1)]
  const last = wholeOf(end, `${path}.end`, 0, mostSteps)
  return {
    origin: { state: first, start: start === null ? null : finiteOf(start, `${path}.origin.start`) },
    journal: journalIn(journal, `${path}.journal`, { first, states, end: last }),
    end: last,
    history: historyIn(history, `${path}.history`, last),
  }
}

/** Costs are as they were told: they may be no numbers any more, or none without a test set. */
function historyIn(value: unknown, path: string, end: number): PlainRun['history'] {
  const given = plainObject(value, path, curves)
  const steps = numbersOf(given.step, `${path}.step`)
  wholeOf(steps.length, `${path}.step.length`, 0, mostPoints)
  for (const [i, step] of steps.entries()) wholeOf(step, `${path}.step.${i}`, i ? steps[i - 1] + 1 : 0, end)
  const lists = curves.map((name) => {
    const numbers = numbersOf(given[name], `${path}.${name}`)
    wholeOf(numbers.length, `${path}.${name}.length`, steps.length, steps.length)
    return [name, [...numbers]]
  })
  return Object.fromEntries(lists)
}

function positionIn(value: unknown, path: string, runs: PlainRun[]): PlainLog['present'] {
  const given = plainObject(value, path, ['run', 'edits', 'step'])
  const run = wholeOf(given.run, `${path}.run`, 0, runs.length - 1)
  const { journal, end } = runs[run]
  const edits = wholeOf(given.edits, `${path}.edits`, 0, journal.length)
  const [from, until] = [journal[edits - 1]?.step ?? 0, journal[edits]?.step ?? end]
  return { run, edits, step: wholeOf(given.step, `${path}.step`, from, until) }
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
