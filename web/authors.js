/** The guide's own script: a button beside every source that copies it. Without it the page lacks nothing else. */
for (const source of document.querySelectorAll('pre.source')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  const told = document.createElement('span')
  told.className = 'told'
  told.role = 'status'
  const around = document.createElement('div')
  around.className = 'copied'
  source.before(around)
  around.append(source, button, told)
  button.addEventListener('click', async () => {
    const text = source.textContent
    told.textContent = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'The browser does not let this page copy: select the text.',
    )
    setTimeout(() => (told.textContent = ''), 3000)
  })
}
