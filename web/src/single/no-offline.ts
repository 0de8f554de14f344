/** The single file is there without a network as it is. */
export const keepOffline = () => {}
