/** The single file has no panels that are fetched when they are opened: see src/views/panels/beyond-panel.ts. */
export const beyondPanel = (): string => ''
