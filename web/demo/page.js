// The demo's page: asks the JSON routes once a second and shows what they tell. Texts are only ever set as text.

const byId = id => document.getElementById(id);
const roleWords = JSON.parse(document.body.dataset.roles);
const botName = document.body.dataset.bot;
const KINDS_SHOWN = { voice: '语音', video: '视频', file: '文件', sticker: '表情', link: '链接' };
const EVERY_MS = 1000;
const GAP_MS = 10 * 60_000;

/** What the page knows. `place` is `{ group }`, or `{}` for the speaker's private chat; `spoke` is who spoke last in each group. */
const view = {
  groups: [],
  people: [],
  place: {},
  speaker: '',
  spoke: {},
  messages: [],
  effects: [],
  quoted: null,
  busy: false,
  seenEffects: 0,
};

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A button that calls `act`. */
function makeButton(className, text, act) {
  const button = make('button', className, text);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

function tell(fault) {
  byId('fault').textContent = fault ?? '';
  byId('fault').hidden = !fault;
}

/** Asks the server; a refusal is thrown with its sentence. */
async function ask(path, body) {
  const options = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`/demo/${path}`, options);
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error);
  return told;
}

/** Does what a person asked for; what is refused is said on the page. */
async function attempt(work) {
  tell(null);
  try {
    await work();
    await refresh();
  } catch (error) {
    tell(error instanceof TypeError ? '演示没有回应。它还开着吗？' : error.message);
  }
}

const inShanghai = options => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options });
const clockForm = inShanghai({
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const sayTime = at => clockForm.format(new Date(at));

const personOf = id => view.people.find(person => person.id === id);
const nameOf = id => personOf(id)?.name ?? (id === view.bot?.id ? botName : '已离开的人');
const isPrivate = () => !view.place.group;
const placeQuery = () =>
  isPrivate()
    ? `private=${encodeURIComponent(view.speaker)}`
    : `group=${encodeURIComponent(view.place.group)}`;

// Groups and private chats

function makePlace(key, name, mark, isHere, open) {
  const button = makeButton('place', undefined, open);
  button.dataset.key = key;
  button.setAttribute('aria-current', String(isHere));
  button.append(make('span', 'name', name), mark);
  const item = make('li');
  item.append(button);
  return item;
}

/** Puts a list anew without taking the keyboard away from who stands in it. */
function replaceList(list, items) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  list.replaceChildren(...items);
  if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function showGroups(moods) {
  const items = view.groups.map(({ id, name }) => {
    const { band = 'grey', word = '还没评' } = moods.find(each => each.id === id) ?? {};
    const mark = make('span', `band ${band}`, word);
    return makePlace(id, name, mark, view.place.group === id, () => openPlace({ group: id }));
  });
  replaceList(byId('groups'), items);
}

/** The private chats one is likely to look into: of who spoke in the group, of its cadres, of the leaders. */
function showPrivates() {
  const near = view.people.filter(
    ({ role, groups }) => role === 'leader' || (role.startsWith('cadre-') && groups.includes(view.lastGroup)),
  );
  const speakers = [view.spoke[view.lastGroup], view.speaker].map(personOf).filter(Boolean);
  const people = [...new Set([...speakers, ...near])];
  const items = people.map(({ id, name, role }) => {
    const isHere = isPrivate() && view.speaker === id;
    const open = () => {
      view.speaker = id;
      return openPlace({});
    };
    return makePlace(id, name, make('span', 'role', roleWords[role]), isHere, open);
  });
  replaceList(byId('privates'), items);
}

async function openPlace(place) {
  view.place = place;
  view.lastGroup = place.group ?? view.lastGroup;
  view.speaker = view.spoke[place.group] ?? view.speaker;
  view.messages = [];
  isAtEnd = true;
  quote(null);
  byId('mention-row').hidden = isPrivate();
  byId('add').hidden = isPrivate();
  byId('add-form').hidden = true;
  byId('examples').hidden = isPrivate();
  showSpeakers();
  showTab('chat');
  await attempt(async () => {});
  byId('text').focus({ preventScroll: true });
}

const SPEAK_ORDER = [
  ['群众', ['member', 'unknown']],
  ['骨干、志愿者', ['backbone', 'volunteer']],
  ['干部', ['cadre-full-time', 'cadre-part-time']],
  ['领导', ['leader']],
];

/** Everyone who can speak here: the group's own people, or everybody in private. */
function showSpeakers() {
  const here = view.people.filter(person => isPrivate() || person.groups.includes(view.place.group));
  if (!here.some(person => person.id === view.speaker)) {
    view.speaker = (here.find(person => person.role === 'member') ?? here[0])?.id ?? '';
  }
  const choices = SPEAK_ORDER.map(([label, roles]) => {
    const choice = make('optgroup');
    choice.label = label;
    const people = here.filter(person => roles.includes(person.role));
    choice.append(
      ...people.map(person => {
        const option = make('option', '', `${person.name}（${roleWords[person.role]}）`);
        option.value = person.id;
        option.selected = person.id === view.speaker;
        return option;
      }),
    );
    return choice;
  });
  byId('speaker').replaceChildren(...choices.filter(choice => choice.children.length));
  showTitle();
}

function showTitle() {
  if (!isPrivate()) view.spoke[view.place.group] = view.speaker;
  const group = view.groups.find(each => each.id === view.place.group);
  byId('chat-title').textContent = group ? group.name : `${nameOf(view.speaker)}和机器人的私聊`;
  showPrivates();
}

// Messages

function quote(message) {
  view.quoted = message;
  byId('quoted').hidden = !message;
  byId('quoted-text').textContent = message ? `引用 ${nameOf(message.from)}：${wordsOf(message)}` : '';
  if (message) byId('text').focus();
}

const wordsOf = message =>
  message.kind === 'text'
    ? message.text
    : message.kind === 'image'
      ? '[图片]'
      : `[${KINDS_SHOWN[message.kind] ?? '消息'}]`;

function makeBubble(message) {
  const bubble = make('div', 'bubble');
  const quoted = message.replyTo && view.messages.find(each => each.id === message.replyTo);
  if (quoted) bubble.append(make('span', 'quote', `${nameOf(quoted.from)}：${wordsOf(quoted)}`));
  if (message.kind !== 'image') {
    bubble.append(document.createTextNode(wordsOf(message)));
    return bubble;
  }
  const link = make('a');
  link.href = `/demo/image/${encodeURIComponent(message.id)}`;
  link.target = '_blank';
  const picture = make('img');
  picture.src = link.href;
  picture.alt = '机器人发的图片，点开看大图';
  picture.addEventListener('load', () => isAtEnd && scrollToEnd());
  link.append(picture);
  bubble.append(link);
  return bubble;
}

function makeMore(message) {
  const more = makeButton('more', '⋯', () => {
    const acts = [makeButton('', '引用', () => quote(message))];
    const recall = () => attempt(() => ask('recall', { id: message.id }));
    if (!message.bot) acts.push(makeButton('', '撤回', recall));
    more.replaceWith(...acts);
    acts[0].focus();
  });
  more.setAttribute('aria-label', `引用或撤回：${wordsOf(message).slice(0, 20)}`);
  return more;
}

function makeMessage(message) {
  if (message.kind === 'recall') return make('li', 'gone', `${nameOf(message.from)}撤回了一条消息`);
  const isMine = message.from === view.speaker;
  const item = make('li', `message${message.bot ? ' bot' : ''}${isMine ? ' mine' : ''}`);
  const face = make('span', 'face', [...nameOf(message.from)][0]);
  face.setAttribute('aria-hidden', 'true');
  const who = make('div', 'who-said', nameOf(message.from));
  const role = message.bot ? '机器人' : roleWords[personOf(message.from)?.role];
  if (role && role !== '群众') who.append(make('span', 'tag', role));
  const body = make('div', 'body');
  body.append(makeBubble(message), makeMore(message));
  item.append(face, who, body);
  return item;
}

let isAtEnd = true;
const scrollToEnd = () => {
  const list = byId('messages');
  list.scrollTop = list.scrollHeight;
};

function showMessages() {
  const items = [];
  let last = 0;
  for (const message of view.messages) {
    const at = Date.parse(message.at);
    if (at - last > GAP_MS) items.push(make('li', 'time', sayTime(message.at)));
    last = at;
    items.push(makeMessage(message));
  }
  if (!items.length) items.push(make('li', 'gone', '这里还没有人说话。'));
  byId('messages').replaceChildren(...items);
  if (isAtEnd) scrollToEnd();
}

// What was done

function showEffects() {
  const items = [...view.effects].reverse().map(effect => {
    const item = make('li', `effect ${effect.kind}`);
    const head = make('div', 'head', effect.title);
    head.append(make('span', 'when', sayTime(effect.at)));
    item.append(head, make('div', 'says', effect.says));
    if (effect.state) item.append(make('div', 'state', effect.state));
    item.dataset.trace = effect.trace;
    return item;
  });
  byId('effects').replaceChildren(...items);
  byId('effects-none').hidden = items.length > 0;
}

/** What came of the same message lights up together. */
function lightTrace(event) {
  const trace = event.target.closest?.('.effect')?.dataset.trace;
  for (const item of byId('effects').children)
    item.classList.toggle('same', Boolean(trace) && item.dataset.trace === trace);
}

// Time

/** A button to a moment, said in full where there is room, shorter on a telephone. */
function makeMoment({ label }) {
  const [, wide, rest] = /^(前进|到)?(.*)$/.exec(label);
  const button = makeButton('', undefined, passTime);
  button.setAttribute('aria-label', label);
  button.append(make('span', 'wide', wide), make('span', 'narrow', wide === '前进' ? '+' : ''), rest);
  return button;
}

function showMoments(moments, now) {
  const steps = [
    ['前进10分钟', 10 * 60_000],
    ['前进1小时', 3_600_000],
  ].map(([label, ms]) => ({ label, to: new Date(Date.parse(now) + ms).toISOString() }));
  const all = [...steps, ...moments];
  const buttons = byId('moments');
  if (buttons.children.length !== all.length) buttons.replaceChildren(...all.map(makeMoment));
  all.forEach(({ to }, at) => {
    buttons.children[at].dataset.to = to;
    buttons.children[at].disabled = view.busy;
  });
}

function showBusy(says) {
  view.busy = Boolean(says);
  byId('busy').textContent = says ?? '';
  byId('busy').hidden = !says;
  for (const button of byId('moments').children) button.disabled = view.busy;
}

async function passTime(event) {
  const { to } = event.currentTarget.dataset;
  showBusy(`时间正在往前走到 ${sayTime(to)}，路上该做的事一件件做…`);
  await attempt(() => ask('clock', { to }));
  showBusy(null);
}

// Asking again and again

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

async function refresh() {
  const asked = placeQuery();
  const [state, desk, messages, effects] = await Promise.all([
    ask('state'),
    ask('desk'),
    view.speaker ? ask(`messages?${asked}`) : [],
    ask('effects'),
  ]);
  const isFirst = !view.bot;
  const peopleChanged = !isSame(state.people, view.people);
  Object.assign(view, { bot: state.bot, groups: state.groups, people: state.people });
  byId('now').textContent = sayTime(desk.now);
  showMoments(desk.moments, desk.now);
  if (isFirst) {
    view.lastGroup = view.groups[0]?.id;
    view.place = { group: view.lastGroup };
  }
  if (peopleChanged) showSpeakers();
  const seen = JSON.stringify([desk.groups, view.groups, view.place]);
  if (seen !== view.seenGroups) showGroups(desk.groups);
  view.seenGroups = seen;
  if (asked === placeQuery() && (peopleChanged || !isSame(messages, view.messages))) {
    view.messages = messages;
    showMessages();
  }
  if (!isSame(effects, view.effects)) {
    view.effects = effects;
    showEffects();
    byId('deeds-new').hidden = isFirst || document.querySelector('main').dataset.tab === 'deeds';
  }
  if (isFirst && view.speaker) await refresh();
}

async function keepLooking() {
  try {
    await refresh();
    if (byId('fault').dataset.lost) tell(null);
    delete byId('fault').dataset.lost;
  } catch {
    tell('演示没有回应。它还开着吗？');
    byId('fault').dataset.lost = 'yes';
  }
  setTimeout(keepLooking, EVERY_MS);
}

// What a person does

function showTab(name) {
  document.querySelector('main').dataset.tab = name;
  for (const tab of document.querySelectorAll('[data-tab]:is(button)')) {
    if (tab.dataset.tab === name) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  if (name === 'deeds') byId('deeds-new').hidden = true;
  if (name === 'chat') scrollToEnd();
}

/** Remembered where the browser lets us. */
function remember(key, value) {
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function sayIt(event) {
  event.preventDefault();
  const text = byId('text').value.trim();
  if (!text) return byId('text').focus();
  isAtEnd = true;
  return attempt(async () => {
    await ask('say', {
      from: view.speaker,
      group: view.place.group ?? null,
      text,
      mention: !isPrivate() && byId('mention').checked,
      replyTo: view.quoted?.id ?? null,
    });
    byId('text').value = '';
    quote(null);
  });
}

function addNeighbour(event) {
  event.preventDefault();
  return attempt(async () => {
    const { id } = await ask('person', { name: byId('add-name').value.trim(), group: view.place.group });
    view.speaker = id;
    byId('add-name').value = '';
    byId('add-form').hidden = true;
  });
}

function begin() {
  byId('say').addEventListener('submit', sayIt);
  byId('text').addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) sayIt(event);
  });
  byId('speaker').addEventListener('change', event => {
    view.speaker = event.target.value;
    view.messages = [];
    showTitle();
    attempt(async () => {});
  });
  byId('messages').addEventListener('scroll', ({ target }) => {
    isAtEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 40;
  });
  for (const example of document.querySelectorAll('.example')) {
    example.addEventListener('click', () => {
      byId('text').value = example.textContent;
      byId('mention').checked = example.dataset.mention === 'yes';
      byId('text').focus();
    });
  }
  byId('quoted-drop').addEventListener('click', () => quote(null));
  byId('add').addEventListener('click', () => {
    byId('add-form').hidden = !byId('add-form').hidden;
    if (!byId('add-form').hidden) byId('add-name').focus();
  });
  byId('add-form').addEventListener('submit', addNeighbour);
  byId('effects').addEventListener('mouseover', lightTrace);
  for (const tab of document.querySelectorAll('.tabs button'))
    tab.addEventListener('click', () => showTab(tab.dataset.tab));
  byId('hint').hidden = remember('hint-seen') === 'yes';
  byId('hint-close').addEventListener('click', () => {
    byId('hint').hidden = true;
    remember('hint-seen', 'yes');
    byId('text').focus();
  });
  byId('hint-open').addEventListener('click', () => {
    byId('hint').hidden = false;
    byId('hint-close').focus();
  });
  keepLooking();
}

begin();
