/** A layer as it is set up. */
export interface LayerSettings {
  units: number
  activation: string
}

export interface Sizes {
  units: number
  inputs: number
}
