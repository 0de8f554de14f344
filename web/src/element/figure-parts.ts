import { isOneNeuron } from '../network/one-neuron.ts'
import type { SessionLike } from '../session/session-like.ts'
import { type PanelName, panelNames } from '../views/parts/part-names.ts'

/** What a figure can show: the element of each part, and what it is made of, fetched where the part is shown. */

/** In em, 280, 400, 600 and 900 px wide. */
type Room = readonly [narrow: number, phone: number, middle: number, wide: number]

const widths = [17.5, 25, 37.5, 56.25]

/** The room as a length in CSS: that wide the one named, and what lies in between there. */
export function roomRule(room: Room) {
  const ways = widths.slice(1).map((width, i) => {
    const slope = (room[i + 1] - room[i]) / (width - widths[i])
    return ` + ${+slope.toFixed(3)} * clamp(0px, 100cqi - ${widths[i]}em, ${width - widths[i]}em)`
  })
  return `calc(${room[0]}em${ways.join('')})`
}

interface Part {
  /** Its view: the element is called `glassbox-` and this. */
  view: string
  /** Defines the view. */
  load: () => Promise<unknown>
  /** The tab that it stands in on the page. */
  tab?: PanelName
  /** Room that is kept for it, so that the article does not jump when it comes. */
  room: Room
  /** Whether it can be shown of this network. */
  suits?: (session: SessionLike) => boolean
}

/** Room that the panels take. */
// biome-ignore format: a table, one panel a line
const rooms: Record<PanelName, Room> = {
  step: [56, 50, 46, 42],
  inputs: [78, 71, 62, 50],
  neuron: [90, 79, 55, 43],
  layer: [77, 58, 39, 36],
  regression: [39, 36, 28, 27],
  cost: [71, 62, 54, 42],
  error: [42, 35, 31, 22],
  blame: [76, 62, 47, 44],
  shock: [92, 80, 55, 50],
  slope: [133, 122, 97, 95],
  confusion: [20, 10, 9, 9],
  compare: [30, 27, 22, 19],
  inside: [118, 111, 82, 75],
  measures: [127, 128, 81, 85],
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
  graph: { view: 'graph', load: () => import('../views/graph/graph.ts'), room: [30, 30, 34, 34] },
  picture: { view: 'picture', load: () => import('../views/picture/picture.ts'), room: [38, 44, 44, 44] },
  chart: { view: 'chart', load: () => import('../views/player/player.ts'), room: [12, 11, 11, 10] },
  player: { view: 'transport', load: () => import('../views/player/player.ts'), room: [17, 13, 11, 9] },
  story: { view: 'story', load: () => import('../views/story/story.ts'), room: [6, 5, 5, 3] },
  settings: { view: 'sentence', load: () => import('../views/settings/settings.ts'), room: [8, 5, 4, 5] },
  dial: { view: 'weight', load: () => import('../views/parts/weight/weight.ts'), room: [7, 6, 4, 3] },
  ...panels,
}

export const partOf = (name: string): Part | null => (Object.hasOwn(parts, name) ? parts[name] : null)
