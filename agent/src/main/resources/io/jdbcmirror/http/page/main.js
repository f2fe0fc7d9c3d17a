// Asks the agent every two seconds, for as long as the page is open, and shows what it says.
// What is shown stands in the fragment: #sort=errors is the list, #digest=... one statement.

import { detail, gone, list, SORTS } from './digests.js';
import { show } from './dom.js';
import { databases, overview } from './overview.js';
import { gap, sample } from './samples.js';
import { clock, localTimes } from './words.js';

const PERIOD_MILLIS = 2_000;
const PATIENCE_MILLIS = 5_000;
const TONES = [
  [/^mirroring/, 'good', 'Mirroring'],
  [/^waiting/, 'wait', 'Not mirroring yet: '],
  [/^paused$/, 'wait', 'Not mirroring: '],
  [/./, 'bad', 'Not mirroring: ']
];

/** States that say by themselves since when. */
const DATED = / since \d{4}-/;

let lastAnswer = null;
let showsAll = false;
let asking = 0;
let timer;

const box = id => document.getElementById(id);
const place = () => new URLSearchParams(location.hash.slice(1));
const sortOf = where => where.get('sort') in SORTS ? where.get('sort') : 'slower';

/** The announced line; untouched while nothing changes, so that it is not read out again. */
function say(text, tone) {
  if (box('state').textContent !== text) box('state').textContent = text;
  box('state').className = tone;
}

function sayState({ state, since }) {
  const [, tone, start] = TONES.find(([pattern]) => pattern.test(state));
  const text = tone === 'good' ? start + state.slice('mirroring'.length) : start + localTimes(state);
  say(DATED.test(state) ? text : `${text}, since ${clock(new Date(since))}`, tone);
}

function saySilence(error) {
  gap();
  const since = lastAnswer ? ` since ${clock(lastAnswer)}` : '';
  const rest = lastAnswer ? ' What is shown is the last it said.' : '';
  say(`The agent does not answer${since}${error instanceof Refusal ? ` (${error.message})` : ''}. Still trying.${rest}`, 'bad');
}

class Refusal extends Error {}

async function ask(path, absent) {
  const answer = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MILLIS) });
  if (answer.status === 404 && absent !== undefined) return absent;
  if (!answer.ok) throw new Refusal(`HTTP ${answer.status}`);
  return answer.json();
}

function askView(where) {
  return where.has('digest')
    ? ask('api/digests/' + encodeURIComponent(where.get('digest')), null)
    : ask(`api/digests?sort=${sortOf(where)}&limit=${showsAll ? 1000 : 100}`);
}

function showView(where, view) {
  const one = where.has('digest');
  if (one) show(box('digest'), view ? detail(view) : gone());
  else show(box('statements'), list(view, sortOf(where), showsAll));
  box('digest').hidden = !one;
  box('overview').hidden = one;
}

/** One round. A newer one, begun by a click, makes the answers of an older one void. */
async function refresh() {
  clearTimeout(timer);
  const turn = ++asking;
  const where = place();
  try {
    const [status, view] = await Promise.all([ask('api/status'), askView(where)]);
    if (turn !== asking) return false;
    lastAnswer = new Date();
    sample(status);
    sayState(status);
    show(box('version'), document.createTextNode(status.version));
    show(box('glance'), overview(status));
    show(box('databases'), databases(status));
    showView(where, view);
  } catch (error) {
    if (turn !== asking) return false;
    saySilence(error);
  }
  timer = setTimeout(refresh, PERIOD_MILLIS);
  return true;
}

/** Another view by link or by the back button: the focus goes where it is read on from. */
async function navigate(event) {
  const from = new URLSearchParams(new URL(event.oldURL).hash.slice(1)).get('digest');
  const to = place().get('digest');
  if (!await refresh() || from === to) return;
  if (to) {
    box('digest').querySelector('h2')?.focus();
    scrollTo(0, 0);
  } else {
    const left = `#digest=${encodeURIComponent(from)}`;
    [...box('statements').querySelectorAll('a')].find(link => link.getAttribute('href') === left)?.focus();
  }
}

function click(event) {
  const button = event.target.closest('button');
  if (!button) return;
  // No step of the browser's history: back leads to where the reader came from.
  if (button.dataset.sort) history.replaceState(null, '', '#sort=' + button.dataset.sort);
  if (button.dataset.all) showsAll = true;
  refresh();
}

for (const id of ['glance', 'statements', 'databases']) {
  const part = document.createElement('div');
  part.id = id;
  box('overview').append(part);
}
addEventListener('hashchange', navigate);
addEventListener('click', click);
refresh();
