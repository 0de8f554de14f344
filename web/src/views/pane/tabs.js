import { isOneNeuron } from '../../network/one-neuron.js'

/**
 * The tabs of the glass pane, in the order of the story that their panels tell.
 *
 * @import { Change, SessionLike } from '../../types.d.ts'
 * @typedef {{ update(changes: ReadonlySet<Change>): void, dispose(): void }} Panel
 * @typedef {{
 *   name: import('./sentences.js').TabName
 *   isThere?: (session: SessionLike) => boolean
 *   hasScope?: boolean
 *   needsRoom?: boolean
 * }} Tab
 * `isThere`: whether it makes sense for this network; `hasScope`: its numbers are of one row or means over the batch;
 * `needsRoom`: a large picture or table that shows nothing on the network
 */

/** @type {readonly Tab[]} */
export const tabs = [
  { name: 'step' },
  { name: 'inputs' },
  { name: 'neuron', hasScope: true },
  { name: 'layer', hasScope: true },
  { name: 'regression', isThere: isOneNeuron, needsRoom: true },
  { name: 'cost', needsRoom: true },
  { name: 'error', hasScope: true },
  { name: 'blame', hasScope: true },
  { name: 'shock', hasScope: true },
  { name: 'slope', needsRoom: true },
  { name: 'confusion', needsRoom: true },
]
