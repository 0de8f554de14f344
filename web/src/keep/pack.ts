import type { Parameter } from '../network/parameters.ts'
import { costNames } from '../run/cost-history.ts'
import type { Edit, PlainRun } from '../run/run.ts'
import type { Moment } from '../session/session-like.ts'
import { digits } from '../state/digits.ts'
import type { State } from '../state/state.ts'
import type { Kept, KeptEdit, KeptRows, KeptRun, KeptState } from './kept.ts'

/** Numbers things in the order in which they are first met. */
class Numbered<Thing> {
  readonly #places: Map<Thing, number> = new Map()

  placeOf(thing: Thing): number {
    const place = this.#places.get(thing) ?? this.#places.size
    this.#places.set(thing, place)
    return place
  }

  get all(): Thing[] {
    return [...this.#places.keys()]
  }
}

/** A session as it is kept. It shares its parts with the moment. */
export function packMoment({ state, log, checkpoint, rows }: Moment): Kept {
  const states = new Numbered<State>()
  const tables = new Numbered<number>()
  const present = states.placeOf(state)
  const runs = log.runs.map((run) => keptRun(run, states))
  const keptStates = states.all.map((one) => keptState(one, tables))
  return {
    digits,
    rows: tables.all.map((id): KeptRows => ({ columns: rows.get(id).shape[1], data: rows.get(id).data })),
    states: keptStates,
    state: present,
    runs,
    present: log.present,
    past: log.past,
    future: log.future,
    branches: log.branches,
    count: log.count,
    checkpoint,
  }
}

const keptRun = ({ origin, journal, end, history, id, parent }: PlainRun, states: Numbered<State>): KeptRun => ({
  origin: { state: states.placeOf(origin.state), start: origin.start },
  journal: journal.map(({ step, edit }) => ({ step, edit: keptEdit(edit, states) })),
  end,
  history: Object.fromEntries(costNames.map((name) => [name, Float64Array.from(history[name])])) as KeptRun['history'],
  id,
  parent,
})

/** What an edit is and nothing else that came with it. */
function keptEdit(edit: Edit, states: Numbered<State>): KeptEdit {
  if (edit.do === 'setParameter')
    return { do: edit.do, parameter: placeOf(edit.parameter), value: Float64Array.of(edit.value) }
  const { origins, inputs } = edit
  const from = { ...(origins ? { origins } : {}), ...(inputs ? { inputs } : {}) }
  return { do: edit.do, state: states.placeOf(edit.state), ...from }
}

function placeOf(parameter: Parameter): Parameter {
  const { layer, row } = parameter
  return 'bias' in parameter ? { layer, row, bias: true } : { layer, row, column: parameter.column }
}

function keptState({ parameters, step, seal, ...state }: State, tables: Numbered<number>): KeptState {
  const { table } = state.data
  return table ? { ...state, data: { ...state.data, table: { ...table, rows: tables.placeOf(table.rows) } } } : state
}
