import type { Parameter } from '../../../network/parameters.ts'

/** How a formula finds the wires that its terms come from: it asks, and the network answers, if there is one. */

const whereIsEvent = 'where-is'

interface Asked {
  parameter: Parameter
  /** In pixels of the window. */
  place: { x: number; y: number } | null
}

/** @returns the middle of where it is drawn; null = nowhere */
export function whereIs(from: EventTarget, parameter: Parameter): Asked['place'] {
  const detail: Asked = { parameter, place: null }
  from.dispatchEvent(new CustomEvent(whereIsEvent, { bubbles: true, detail }))
  return detail.place
}

/** Answers for what is drawn beneath a root. */
export function answerWhere(root: EventTarget, place: (parameter: Parameter) => Asked['place'], signal: AbortSignal) {
  root.addEventListener(
    whereIsEvent,
    (event) => {
      const { detail } = event as CustomEvent<Asked>
      detail.place ??= place(detail.parameter)
    },
    { signal },
  )
}
