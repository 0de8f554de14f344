/**
 * Keeps `--player-size` at the height of the player, so that what gets the focus is scrolled clear of it.
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
export function followPlayer(player, signal) {
  const observer = new ResizeObserver(() => {
    player.parentElement?.style.setProperty('--player-size', `${player.offsetHeight}px`)
  })
  observer.observe(player)
  signal.addEventListener('abort', () => observer.disconnect())
}
