import type { FC } from 'hono/jsx';

const STEPS = [
  '点一个群，下面选“李阿姨”，试着说“三楼楼道灯坏了，晚上看不清”。',
  '勾上“@机器人”再说“居住证怎么办”，几秒钟就有回答。',
  '机器人提议时回“记录”，负责的干部会在私聊里收到一张单子。',
  '按“前进1小时”，看催办；再换成干部，在私聊里回“办结 加单子的号”。',
  '按“到周一9:00”，点领导的私聊，看带图的周报。',
];

const Tabs: FC = () => (
  <nav class="tabs" aria-label="切换">
    <button type="button" data-tab="groups">
      群
    </button>
    <button type="button" data-tab="chat" aria-current="true">
      聊天
    </button>
    <button type="button" data-tab="effects">
      机器人做了什么
    </button>
  </nav>
);

const Clock: FC = () => (
  <div class="clock" role="group" aria-label="演示的时钟">
    <time id="now">…</time>
    <button type="button" data-forward="10m">
      前进10分钟
    </button>
    <button type="button" data-forward="1h">
      前进1小时
    </button>
    <button type="button" data-forward="workday">
      到下个工作日9:00
    </button>
    <button type="button" data-forward="monday">
      到周一9:00
    </button>
  </div>
);

const Speak: FC = () => (
  <form id="speak" class="speak" autocomplete="off">
    <div class="examples" role="group" aria-label="可以试着说">
      <button type="button" data-example="三楼楼道灯坏了，晚上看不清台阶，麻烦派人修一下">
        三楼楼道灯坏了…
      </button>
      <button type="button" data-example="居住证怎么办" data-mention="yes">
        居住证怎么办
      </button>
      <button type="button" data-example="记录">
        记录
      </button>
      <button type="button" data-example="进度" data-mention="yes">
        进度
      </button>
      <button type="button" data-example="解决了">
        解决了
      </button>
    </div>
    <p id="quoting" class="quoting" hidden>
      <span />
      <button type="button" aria-label="不引用了">
        ✕
      </button>
    </p>
    <div class="who">
      <label>
        谁在说
        <select id="from" />
      </label>
      <label class="tick">
        <input id="mention" type="checkbox" /> @机器人
      </label>
      <button type="button" id="add-member" class="quiet">
        加一个新邻居
      </button>
    </div>
    <div class="line">
      <label class="hidden" for="text">
        要说的话
      </label>
      <textarea id="text" rows={1} placeholder="说点什么…" />
      <button type="submit" class="send">
        发送
      </button>
    </div>
    <p id="trouble" class="trouble" role="alert" />
  </form>
);

const NewMember: FC = () => (
  <dialog id="new-member" aria-labelledby="new-member-title">
    <form method="dialog">
      <h2 id="new-member-title">新邻居进群</h2>
      <label>
        怎么称呼
        <input id="new-name" maxlength={30} placeholder="例如：新来的小陆" />
      </label>
      <div class="choices">
        <button type="submit" value="no" class="quiet">
          算了
        </button>
        <button type="submit" value="yes" class="send">
          进群
        </button>
      </div>
    </form>
  </dialog>
);

const Hint: FC = () => (
  <section id="hint" class="hint" aria-labelledby="hint-title">
    <div>
      <h2 id="hint-title">第一次来？五步走一遍</h2>
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

/** The one page of the demo; page.js fills it. */
export const DemoPage: FC<{ hasFont: boolean }> = ({ hasFont }) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>暖群演示 · 彭浦街道</title>
      {hasFont ? <link rel="stylesheet" href="/demo/font.css" /> : null}
      <link rel="stylesheet" href="/demo/page.css" />
      <script src="/demo/page.js" type="module" />
    </head>
    <body data-tab="chat">
      <header class="top">
        <h1>
          暖群 <small>演示：这里的人和事都是编的</small>
        </h1>
        <Clock />
      </header>
      <Tabs />
      <main>
        <section class="groups" aria-labelledby="groups-title">
          <h2 id="groups-title">群</h2>
          <ul id="groups" />
          <h2 id="private-title">私聊</h2>
          <p class="note">和机器人单独说话</p>
          <ul id="privates" />
        </section>
        <section class="chat" aria-labelledby="chat-title">
          <h2 id="chat-title">…</h2>
          <Hint />
          <ol id="messages" class="messages" tabindex={0} aria-label="聊天记录" aria-live="polite" />
          <Speak />
        </section>
        <section class="effects" aria-labelledby="effects-title">
          <h2 id="effects-title">机器人做了什么</h2>
          <ol id="effects" tabindex={0} aria-label="机器人和后台做的事，新的在上" />
        </section>
      </main>
      <NewMember />
      <noscript>这个演示要打开浏览器的脚本功能才能用。</noscript>
    </body>
  </html>
);
