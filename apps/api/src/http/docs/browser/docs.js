// The pages of the docs in a browser: search, the reader's key in the samples, copying. Without it they can be read all the same.

/** What a reader filled in. It lives as long as the tab. */
const ACCESS = 'powerpost-access'

/** @returns {{ key: string, workspace: string }} */
function readAccess() {
  try {
    const { key = '', workspace = '' } = JSON.parse(sessionStorage.getItem(ACCESS) ?? '{}')
    return { key, workspace }
  } catch {
    return { key: '', workspace: '' }
  }
}

const find = (id) => document.getElementById(id)

/** Puts the reader's key and workspace where the samples have variables. */
function fillSamples() {
  const { key, workspace } = readAccess()
  const values = { $POWERPOST_API_KEY: key, $POWERPOST_WORKSPACE_ID: workspace }
  for (const span of document.querySelectorAll('code .variable, code .string')) {
    span.dataset.pattern ??= span.textContent
    span.textContent = span.dataset.pattern.replaceAll(/\$POWERPOST_\w+/g, (name) => values[name] || name)
  }
  find('open-access').classList.toggle('filled', key !== '' || workspace !== '')
}

function prepareAccess() {
  const dialog = find('access')
  find('open-access').addEventListener('click', () => {
    const { key, workspace } = readAccess()
    find('access-key').value = key
    find('access-workspace').value = workspace
    dialog.returnValue = ''
    dialog.showModal()
  })
  find('forget-access').addEventListener('click', () => {
    sessionStorage.removeItem(ACCESS)
    dialog.close('changed')
  })
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === '') return
    if (dialog.returnValue === 'keep') {
      const access = { key: find('access-key').value.trim(), workspace: find('access-workspace').value.trim() }
      sessionStorage.setItem(ACCESS, JSON.stringify(access))
    }
    fillSamples()
    document.dispatchEvent(new CustomEvent('powerpost-access'))
  })
}

function prepareCopying() {
  for (const figure of document.querySelectorAll('figure.code')) {
    const button = document.createElement('button')
    button.className = 'copy quiet'
    button.type = 'button'
    button.textContent = 'Copy'
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(figure.querySelector('code').textContent)
      button.textContent = 'Copied'
      setTimeout(() => (button.textContent = 'Copy'), 1500)
    })
    figure.append(button)
  }
}

const MOST_FOUND = 12

/** Entries that have every word, those with the words in their title first. */
function findEntries(entries, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const score = ({ title, page, text }) => {
    const heading = title.toLowerCase()
    const rest = `${page.toLowerCase()} ${text}`
    let points = 0
    for (const word of words) {
      if (heading.includes(word)) points += heading.startsWith(word) ? 4 : 3
      else if (rest.includes(word)) points += 1
      else return 0
    }
    return points
  }
  return entries
    .map((entry) => ({ entry, points: score(entry) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST_FOUND)
    .map(({ entry }) => entry)
}

function prepareSearch() {
  const input = find('search')
  const list = find('found')
  let loading
  const load = () => (loading ??= fetch(input.dataset.index).then((response) => response.json()))
  const show = async () => {
    const query = input.value.trim()
    if (query === '') return void (list.hidden = true)
    const entries = findEntries(await load(), query)
    // Another letter was typed while the index came.
    if (query !== input.value.trim()) return
    list.replaceChildren(...(entries.length === 0 ? [createNothing(query)] : entries.map(createResult)))
    list.hidden = false
  }
  input.addEventListener('focus', load)
  input.addEventListener('input', show)
  document.addEventListener('keydown', (event) => moveThrough(event, input, list))
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.search') || event.target.closest('#found a')) list.hidden = true
  })
}

function moveThrough(event, input, list) {
  if (event.key === '/' && !event.target.closest('input, textarea, [contenteditable]')) {
    event.preventDefault()
    input.focus()
  }
  if (list.hidden || !event.target.closest('.search')) return
  const places = [input, ...list.querySelectorAll('a')]
  const here = places.indexOf(document.activeElement)
  if (event.key === 'Escape') list.hidden = true
  if (event.key === 'Enter' && here === 0) places[1]?.click()
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    places[(here + (event.key === 'ArrowDown' ? 1 : places.length - 1)) % places.length].focus()
  }
}

function createResult({ title, page, url }) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  const small = document.createElement('small')
  link.href = url
  small.textContent = page
  link.append(title, small)
  item.append(link)
  return item
}

function createNothing(query) {
  const item = document.createElement('li')
  const text = document.createElement('p')
  text.textContent = `Nothing has the words "${query}".`
  item.append(text)
  return item
}

prepareAccess()
prepareSearch()
prepareCopying()
fillSamples()
// Links to operations from before the reference had a page of its own.
if (location.pathname === '/docs' && /^#(tag|model|webhook|description)\b/.test(location.hash))
  location.replace(`/docs/reference${location.hash}`)
