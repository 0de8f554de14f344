/** What readers are told of the tables where they choose one. */
export const tableCards: Record<string, Record<string, string>> = {
  'study-hours': {
    description: 'Did the student pass? Twenty students and the hours each spent studying.',
  },
  'o-rings': {
    description: 'Did a seal show damage? The 23 launches before Challenger, by temperature.',
  },
  iris: {
    description: 'Three species of iris, told apart by the size of petals and sepals.',
  },
  penguins: {
    description: 'Penguins of the Palmer Archipelago: species, sex or body mass, from measurements.',
  },
  wine: {
    description: 'Three grape varieties from one region, told apart by chemical analysis.',
  },
  'breast-cancer': {
    description: 'Benign or malignant? Cell nuclei in images of 569 tissue samples.',
  },
  diabetes: {
    description: 'How far the disease progressed within a year, from ten measurements.',
  },
  digits: {
    description: 'The digits 0 to 9 as images of 8 × 8 pixels.',
  },
}
