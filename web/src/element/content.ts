import { wordsOf } from '../network/words-of.ts'
import { fixable } from '../state/fixed.ts'
import type { PaneView } from '../views/pane/pane.ts'
import { panelNames } from '../views/parts/part-names.ts'

/** What an author shows of a playground, as the words of three attributes. */
export interface Content {
  parts: string
  controls: string
  hide: string
}

/** Parts that can be left out, and where each is. */
export const parts: Record<string, string> = {
  settings: '.top > glassbox-sentence',
  tools: '.tools',
  story: '.playground > .story',
  graph: '.stage > .graph',
  picture: '.stage > .picture',
  player: 'glassbox-transport',
  chart: 'glassbox-chart',
}

/** Controls that can be left out, and where each is. */
export const controls: Record<string, string> = {
  play: ':is([data-command="play"], [data-command="pause"])',
  step: '.buttons :is([data-command="step"], [data-command="back"])',
  epoch: '.buttons [data-command="epoch"]',
  reset: '.buttons [data-command="reset"]',
  randomize: '.buttons [data-command="randomize"]',
  speed: '.speed',
  undo: '.tools glassbox-undo',
  gallery: '[popovertarget="gallery-drawer"]',
  settings: '[popovertarget="settings-drawer"]',
  share: '[popovertarget="share-panel"]',
  layers: ':is(.add-layer, .column-units button, .column-title .tiny)',
  activation: '.column-activation',
}

const shown = [...Object.keys(parts), ...Object.keys(panelNames)]
const used = Object.keys(controls)

/** The words that each attribute can have. */
export const known = {
  fixed: fixable,
  parts: shown,
  controls: used,
  hide: [...new Set([...shown, ...used])],
}

const sheets: WeakMap<ShadowRoot, CSSStyleSheet> = new WeakMap()

/**
 * Leaves out of a playground what its author does not show: all parts but `parts`, all controls but `controls`, and what
 * `hide` names.
 */
export function showOnly(root: ShadowRoot, content: Content) {
  const [wanted, buttons, hidden] = [content.parts, content.controls, content.hide].map(wordsOf)
  const isLeft = (chosen: string[], name: string) =>
    hidden.includes(name) || (chosen.length > 0 && !chosen.includes(name))
  const gone = Object.keys(parts).filter((name) => isLeft(wanted, name))
  const panels = Object.keys(panelNames).filter((name) => !isLeft(wanted, name))
  const places = [...gone.map((name) => parts[name]), ...controlsLeft(buttons, hidden), ...frames(gone, panels)]
  const sheet = sheets.get(root) ?? new CSSStyleSheet()
  sheet.replaceSync(`${places.length ? `:is(${places.join(',')}){display:none!important}` : ''}${rooms(gone, panels)}`)
  if (!sheets.has(root)) root.adoptedStyleSheets.push(sheet)
  sheets.set(root, sheet)
  const pane = root.querySelector<PaneView>('.pane')
  const isWhole = panels.length === Object.keys(panelNames).length
  if (pane) pane.only = isWhole ? null : panels.map((name) => panelNames[name])
  pane?.requestUpdate()
}

const controlsLeft = (buttons: string[], hidden: string[]) =>
  Object.entries(controls).flatMap(([name, place]) =>
    hidden.includes(name) || (buttons.length > 0 && !buttons.includes(name)) ? place : [],
  )

/** What holds parts of which none is left, and tabs where there is nothing to choose. */
function frames(gone: string[], panels: string[]) {
  const isGone = (...names: string[]) => names.every((name) => gone.includes(name))
  return [
    ...(isGone('settings', 'tools') ? ['.top'] : []),
    ...(isGone('graph', 'picture') ? ['.stage'] : []),
    ...(isGone('player', 'chart') ? ['.playground > .player'] : []),
    ...(panels.length === 0 ? ['.playground > :is(.pane, glassbox-question)'] : []), // it stands above them
    ...(panels.length === 0 || isGone('graph') ? ['.pane-handle'] : []),
    ...(panels.length === 1 ? ['.pane .tabs'] : []),
  ]
}

/** What is left takes the room. */
function rooms(gone: string[], panels: string[]) {
  const isAlone = gone.includes('graph') || gone.includes('picture')
  return [
    ...(isAlone ? ['.stage{grid-template-columns:minmax(0,1fr)!important}'] : []),
    ...(panels.length === 0 ? ['.playground{--pane-size:0px!important;column-gap:0!important}'] : []),
    ...(gone.includes('graph') && gone.includes('picture')
      ? [
          '.playground>.pane{grid-column:1/-1!important;border:0!important;padding:0!important;',
          'min-block-size:0!important;contain:layout style!important}', // nothing beside it says how high it is
        ]
      : []),
  ].join('')
}
