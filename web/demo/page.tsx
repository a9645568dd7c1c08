import type { FC } from 'hono/jsx';
import type { DemoState } from './face.ts';
import { ROLE_WORDS } from './words.ts';

/** Sentences a person may try; a click puts one into the field. */
const EXAMPLES: readonly { text: string; mention: boolean }[] = [
  { text: '三楼楼道灯坏了，晚上老人下楼看不见', mention: true },
  { text: '居住证怎么办', mention: true },
  { text: '记录', mention: false },
  { text: '解决了', mention: false },
  { text: '没钱打官司怎么办', mention: true },
  { text: '今天的饺子真香', mention: false },
];

const STEPS = [
  '选一位群众，点下面的“居住证怎么办”再发送：机器人带着出处回答。',
  '再点“三楼楼道灯坏了…”发送，机器人问要不要记；回“记录”，就有了第几件。',
  '在群下面的“私聊”里点这个群的干部：卡片已经到了。回“接 号”，再回“办结 号 灯换好了”。',
  '回到群里，还用那位群众说“解决了”；再到他的私聊里说“满意”。',
  '点“到周一9:00”，看领导何静的私聊：周报和图到了。不办的话，一路会看到催办。',
] as const;

const Hint: FC = () => (
  <section id="hint" class="hint" aria-labelledby="hint-title" hidden>
    <div>
      <h2 id="hint-title">第一次来？五步看一件事怎么走完</h2>
      <ol>
        {STEPS.map(step => (
          <li>{step}</li>
        ))}
      </ol>
    </div>
    <button type="button" id="hint-close">
      知道了
    </button>
  </section>
);

const Header: FC = () => (
  <header class="top">
    <h1>
      暖群<span class="sub">演示</span>
    </h1>
    <p class="clock">
      <span class="clock-word">演示里的时间</span> <time id="now">…</time>
    </p>
    <fieldset id="moments" class="moments" aria-label="把演示的时间往前拨" />
    <button type="button" id="hint-open" class="plain">
      怎么玩
    </button>
  </header>
);

const Tabs: FC = () => (
  <nav class="tabs" aria-label="看哪一栏">
    <button type="button" data-tab="places">
      群和私聊
    </button>
    <button type="button" data-tab="chat" aria-current="page">
      聊天
    </button>
    <button type="button" data-tab="deeds">
      机器人做的事
      <span id="deeds-new" class="dot" hidden />
    </button>
  </nav>
);

const Places: FC = () => (
  <section id="places" class="pane" aria-labelledby="places-title">
    <h2 id="places-title">群</h2>
    <p class="note">冷热由分析器从聊天里算出，每夜更新。</p>
    <ul id="groups" class="places" />
    <h2>私聊</h2>
    <p class="note">各人和机器人单独说的话。</p>
    <ul id="privates" class="places" />
  </section>
);

const Speaker: FC = () => (
  <div class="who">
    <label for="speaker">谁说话</label>
    <select id="speaker" />
    <label class="toggle" id="mention-row">
      <input type="checkbox" id="mention" /> @机器人
    </label>
  </div>
);

const Chat: FC = () => (
  <section id="chat" class="pane" aria-labelledby="chat-title">
    <div class="chat-top">
      <h2 id="chat-title">聊天</h2>
      <button type="button" id="add" class="plain">
        加新成员
      </button>
    </div>
    <form id="add-form" class="add" hidden>
      <label for="add-name">新成员的名字</label>
      <input id="add-name" maxlength={20} autocomplete="off" required />
      <button type="submit">加进群</button>
    </form>
    <ol id="messages" class="messages" tabindex={0} aria-label="聊天内容" />
    <form id="say" class="say">
      <fieldset id="examples" class="examples" aria-label="可以试试的话">
        {EXAMPLES.map(({ text, mention }) => (
          <button type="button" class="example" data-mention={mention ? 'yes' : 'no'}>
            {text}
          </button>
        ))}
      </fieldset>
      <p id="quoted" class="quoted" hidden>
        <span id="quoted-text" />
        <button type="button" id="quoted-drop" class="plain">
          不引用了
        </button>
      </p>
      <Speaker />
      <div class="line">
        <label class="unseen" for="text">
          要说的话
        </label>
        <textarea id="text" rows={2} maxlength={2000} placeholder="说点什么，回车发送" />
        <button type="submit" class="main">
          发送
        </button>
      </div>
    </form>
  </section>
);

const Deeds: FC = () => (
  <section id="deeds" class="pane" aria-labelledby="deeds-title">
    <h2 id="deeds-title">机器人和后台做的事</h2>
    <ol id="effects" class="effects" tabindex={0} aria-label="做过的事，新的在上面" />
    <p id="effects-none" class="note">
      还没有动静。到群里说句话，这里就会一条条写出：怎么判断、记了什么、催了谁、说了什么。
    </p>
  </section>
);

/** The one page of the demo; everything that moves in it is filled in by page.js. */
export const Page: FC<{ state: DemoState }> = ({ state }) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>暖群演示</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/demo/page.css" />
      <script src="/demo/page.js" type="module" />
    </head>
    <body data-bot={state.bot.name} data-roles={JSON.stringify(ROLE_WORDS)}>
      <Header />
      <p id="busy" class="banner" role="status" hidden />
      <p id="fault" class="banner fault" role="alert" hidden />
      <Hint />
      <Tabs />
      <main class="panes" data-tab="chat">
        <Places />
        <Chat />
        <Deeds />
      </main>
    </body>
  </html>
);
