/* The playground as a content type of H5P, which runs classic scripts: glassbox.single.js comes before this one. */
H5P.Glassbox = class extends H5P.EventDispatcher {
  /** @param {{ state?: string, parts?: string, controls?: string, goal?: string, question?: string }} content */
  constructor(content) {
    super()
    this.content = content
  }

  /** Puts it into what H5P gives, which is told of its height, and of a goal that is reached as a result. */
  attach($container) {
    const playground = document.createElement('glassbox-playground')
    for (const name of ['state', 'parts', 'controls'])
      if (this.content[name]) playground.setAttribute(name, this.content[name])
    $container.append(playground)
    if (this.content.goal) $container.append(this.check())
    $container[0].addEventListener('glassbox-goal', ({ detail: { score, success } }) =>
      this.triggerXAPIScored(score.raw, score.max, 'completed', true, success),
    )
    new ResizeObserver(() => this.trigger('resize')).observe($container[0])
  }

  check() {
    const check = document.createElement('glassbox-check')
    check.setAttribute('goal', this.content.goal)
    check.textContent = this.content.question ?? ''
    return check
  }
}
