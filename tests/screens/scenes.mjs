import { digitsLike, panels } from '../browser/large.mjs'

/** The windows that pictures are taken in: two laptops, a tablet, a phone. */
const windows = [
  { width: 1440, height: 900 },
  { width: 1366, height: 657 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
]

/** What a picture shows: how to come there. Nothing in it may depend on how long something took. */
const atRest = [
  { name: 'xor', query: '?data=xor&layers=2.tanh-1.sigmoid', steps: 12 },
  { name: 'spiral', query: '?data=spiral&layers=8.tanh-8.tanh-1.sigmoid', steps: 12 },
  { name: 'iris', query: '?data=iris&layers=6.relu-3.softmax', steps: 12 },
  { name: 'line', query: '?data=o-rings', steps: 5 },
  { name: 'own rows', query: '?data=hand', steps: 3 },
  { name: 'digits', query: '?data=xor', prepare: (playground) => playground.run({ do: 'load', state: digitsLike() }) },
]

const openPanel = (name) => async (playground) => {
  await playground.page.getByRole('tab', { name, exact: true }).click()
}
const openDrawer = (name) => (playground) => playground.press(name)

/** The server has another port each time. */
const openShare = async (playground) => {
  await playground.press('Share')
  await playground.page.locator('#share-panel input[readonly]').evaluate((input) => {
    input.value = input.value.replace(/:\d+/, '')
  })
}

/** Panels that the first network does not have. */
const beside = {
  Predictions: { query: '?data=hand' },
  Confusion: { query: '?data=iris&layers=6.relu-3.softmax' },
  Regression: { query: '?data=o-rings' },
}

/** Of the first network, or of one that has it: what can be opened. */
const opened = [
  ...[...panels, 'Confusion', 'Regression'].map((name) => ({
    name: `panel ${name}`,
    prepare: openPanel(name),
    ...beside[name],
  })),
  { name: 'examples', prepare: openDrawer('Examples') },
  { name: 'question', query: '?start=xor', steps: 0 },
  { name: 'all settings', prepare: openDrawer('All settings') },
  { name: 'share', prepare: openShare },
].map((scene) => ({ ...atRest[0], ...scene }))

/** Every picture: { name, query, steps, prepare, window, colorScheme }. */
export const scenes = [...atRest, ...opened].flatMap((scene) =>
  windows.flatMap((window) =>
    ['light', 'dark'].map((colorScheme) => ({
      steps: 0,
      prepare: async () => {},
      ...scene,
      window,
      colorScheme,
      file: `${scene.name} ${window.width} ${colorScheme}.png`.replaceAll(' ', '-').toLowerCase(),
    })),
  ),
)
