import { isOneNeuron } from '../network/one-neuron.ts'
import type { SessionLike } from '../session/session-like.ts'
import { type PanelName, panelNames } from '../views/parts/part-names.ts'

/** What a figure can show: the element of each part, and what it is made of, fetched where the part is shown. */

interface Part {
  /** Its view: the element is called `glassbox-` and this. */
  view: string
  /** Defines the view. */
  load: () => Promise<unknown>
  /** The tab that it stands in on the page. */
  tab?: PanelName
  /** Room in rem that is kept for it, so that the article does not jump when it comes. */
  room: number
  /** Whether it can be shown of this network. */
  suits?: (session: SessionLike) => boolean
}

/** Room that the panels take. */
const rooms: Record<PanelName, number> = {
  step: 46,
  inputs: 38,
  neuron: 51,
  layer: 38,
  regression: 50,
  cost: 48,
  error: 30,
  blame: 46,
  shock: 54,
  slope: 90,
  confusion: 9,
  compare: 46,
  inside: 82,
  measures: 83,
}

const panel = (tab: PanelName): Part => ({
  view: tab,
  load: async () => (await import('../views/panels/one.ts')).definePanel(tab),
  tab,
  room: rooms[tab],
  ...(tab === 'regression' ? { suits: isOneNeuron } : {}),
})

const panels = Object.fromEntries(Object.entries(panelNames).map(([name, tab]) => [name, panel(tab)]))

export const parts: Record<string, Part> = {
  graph: { view: 'graph', load: () => import('../views/graph/graph.ts'), room: 33 },
  picture: { view: 'picture', load: () => import('../views/picture/picture.ts'), room: 42 },
  chart: { view: 'chart', load: () => import('../views/player/player.ts'), room: 11 },
  player: { view: 'transport', load: () => import('../views/player/player.ts'), room: 11 },
  story: { view: 'story', load: () => import('../views/story/story.ts'), room: 4 },
  settings: { view: 'sentence', load: () => import('../views/settings/settings.ts'), room: 5 },
  dial: { view: 'weight', load: () => import('../views/parts/weight/weight.ts'), room: 4 },
  ...panels,
}

export const partOf = (name: string): Part | null => (Object.hasOwn(parts, name) ? parts[name] : null)
