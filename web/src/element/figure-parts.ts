import { isOneNeuron } from '../network/one-neuron.ts'
import type { SessionLike } from '../session/session-like.ts'
import { type PanelName, panelNames } from '../views/parts/part-names.ts'

/** What a figure can show: the element of each part, and what it is made of, fetched where the part is shown. */

type Room = readonly [narrow: number, middle: number, wide: number]

/** The room as a length in CSS: 280, 600 and 900 px wide the one named, and what lies in between there. */
export function roomRule([narrow, middle, wide]: Room) {
  const past = 'clamp(-20em, 100cqi - 37.5em, 18.75em)'
  return `calc(${middle}em + ${(middle - narrow) / 20} * min(0px, ${past}) + ${(wide - middle) / 18.75} * max(0px, ${past}))`
}

interface Part {
  /** Its view: the element is called `glassbox-` and this. */
  view: string
  /** Defines the view. */
  load: () => Promise<unknown>
  /** The tab that it stands in on the page. */
  tab?: PanelName
  /** Room in rem that is kept for it, so that the article does not jump when it comes: 280, 600 and 900 px wide. */
  room: Room
  /** Whether it can be shown of this network. */
  suits?: (session: SessionLike) => boolean
}

/** Room that the panels take. */
// biome-ignore format: a table, one panel a line
const rooms: Record<PanelName, Room> = {
  step: [56, 46, 42],
  inputs: [78, 62, 50],
  neuron: [90, 53, 46],
  layer: [77, 39, 36],
  regression: [36, 28, 26],
  cost: [71, 54, 42],
  error: [42, 31, 22],
  blame: [85, 47, 44],
  shock: [92, 55, 50],
  slope: [133, 97, 95],
  confusion: [20, 9, 9],
  compare: [30, 22, 19],
  inside: [118, 82, 75],
  measures: [130, 81, 85],
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
  graph: { view: 'graph', load: () => import('../views/graph/graph.ts'), room: [30, 34, 34] },
  picture: { view: 'picture', load: () => import('../views/picture/picture.ts'), room: [38, 44, 44] },
  chart: { view: 'chart', load: () => import('../views/player/player.ts'), room: [12, 11, 10] },
  player: { view: 'transport', load: () => import('../views/player/player.ts'), room: [17, 11, 9] },
  story: { view: 'story', load: () => import('../views/story/story.ts'), room: [6, 4, 4] },
  settings: { view: 'sentence', load: () => import('../views/settings/settings.ts'), room: [8, 4, 4] },
  dial: { view: 'weight', load: () => import('../views/parts/weight/weight.ts'), room: [7, 4, 3] },
  ...panels,
}

export const partOf = (name: string): Part | null => (Object.hasOwn(parts, name) ? parts[name] : null)
