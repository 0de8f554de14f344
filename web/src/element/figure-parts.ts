/** What a figure can show: the element of each part, and what it is made of, fetched where the part is shown. */

interface Part {
  /** The name of its view. */
  tag: string
  /** Defines the view. */
  load: () => Promise<unknown>
  /** The tab that it stands in on the page. */
  tab?: string
}

const loadPanels = async () => {
  const { offerMathsFont } = await import('../views/panels/panels.ts')
  offerMathsFont()
}
const panel = (name: string): Part => ({ tag: `glassbox-${name}`, load: loadPanels, tab: name })

export const parts = {
  graph: { tag: 'glassbox-graph', load: () => import('../views/graph/graph.ts') },
  picture: { tag: 'glassbox-picture', load: () => import('../views/picture/picture.ts') },
  chart: { tag: 'glassbox-chart', load: () => import('../views/player/player.ts') },
  player: { tag: 'glassbox-transport', load: () => import('../views/player/player.ts') },
  story: { tag: 'glassbox-story', load: () => import('../views/story/story.ts') },
  settings: { tag: 'glassbox-sentence', load: () => import('../views/settings/settings.ts') },
  scrubber: panel('step'),
  inputs: panel('inputs'),
  neuron: panel('neuron'),
  matrix: panel('layer'),
  regression: panel('regression'),
  'cost-table': panel('cost'),
  error: panel('error'),
  blame: panel('blame'),
  shock: panel('shock'),
  slope: panel('slope'),
  confusion: panel('confusion'),
} satisfies Record<string, Part>

export type PartName = keyof typeof parts

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name)
export const partOf = (name: PartName): Part => parts[name]
