import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'
import { isSameParameter } from '../../network/parameters.ts'
import { isAt, type Pointed } from '../../network/pointed.ts'

/** Whether a neuron, a weight or a bias is what is pointed at. */
const isPointed = (pointed: Pointed | null, to: Pointed) =>
  pointed !== null && ('unit' in to ? isAt(to, pointed) : 'row' in pointed && isSameParameter(pointed, to))

/** What `standsFor` does to its element. */
class StandsFor extends Directive {
  update({ element }: ElementPart, [pointed, to]: [Pointed | null, Pointed]) {
    const set = (name: string, value: number | string | null) =>
      value === null ? element.removeAttribute(`data-${name}`) : element.setAttribute(`data-${name}`, String(value))
    set('layer', to.layer)
    set('unit', 'unit' in to ? to.unit : null)
    set('row', 'row' in to ? to.row : null)
    set('column', 'column' in to ? to.column : 'bias' in to ? 'bias' : null)
    element.classList.toggle('pointed', isPointed(pointed, to))
    return noChange
  }

  render(_pointed: Pointed | null, _to: Pointed) {
    return noChange
  }
}

/**
 * Makes an element, `<tr ${standsFor(pointed, to)}>`, one of those that a neuron, a weight or a bias is drawn as: lit,
 * in the class `pointed`, while that is pointed at, and read by pointedOf(). Stands behind the element's own classes.
 */
export const standsFor = directive(StandsFor)
