import type { PanelName } from '../views/panels/one.ts'

/** What a figure can show: the element of each part, and what it is made of, fetched where the part is shown. */

interface Part {
  /** Its view: the element is called `glassbox-` and this. */
  view: string
  /** Defines the view. */
  load: () => Promise<unknown>
  /** The tab that it stands in on the page. */
  tab?: string
  /** Room in rem that is kept for it, so that the article does not jump when it comes. */
  room: number
}

const panel = (tab: PanelName, room: number): Part => ({
  view: tab,
  load: async () => (await import('../views/panels/one.ts')).definePanel(tab),
  tab,
  room,
})

export const parts = {
  graph: { view: 'graph', load: () => import('../views/graph/graph.ts'), room: 33 },
  picture: { view: 'picture', load: () => import('../views/picture/picture.ts'), room: 42 },
  chart: { view: 'chart', load: () => import('../views/player/player.ts'), room: 11 },
  player: { view: 'transport', load: () => import('../views/player/player.ts'), room: 11 },
  story: { view: 'story', load: () => import('../views/story/story.ts'), room: 4 },
  settings: { view: 'sentence', load: () => import('../views/settings/settings.ts'), room: 5 },
  scrubber: panel('step', 46),
  inputs: panel('inputs', 38),
  neuron: panel('neuron', 51),
  matrix: panel('layer', 38),
  regression: panel('regression', 50),
  'cost-table': panel('cost', 48),
  error: panel('error', 30),
  blame: panel('blame', 46),
  shock: panel('shock', 54),
  slope: panel('slope', 90),
  confusion: panel('confusion', 9),
} satisfies Record<string, Part>

export type PartName = keyof typeof parts

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name)
export const partOf = (name: PartName): Part => parts[name]
