import type { FC } from 'hono/jsx';
import { MOST_CHARS, MOST_WAY_CHARS } from './forms.ts';
import { Fault, Frame, Telephones, type UnitFacts } from './frame.tsx';

/** What a person had written when it could not be taken. */
export interface Draft {
  sheet: string;
  text?: string;
  wayBack?: string;
  fault?: string;
}

const LetterSection: FC<{ unit: UnitFacts; draft: Draft }> = ({ unit, draft }) => (
  <section aria-labelledby="write">
    <h2 id="write">写给负责的同志</h2>
    <p>
      在群里不方便说的事，写在这里。您写的话只有承办的同志能看，不会发到群里；不用写真名。原话最多存
      {unit.retentionDays}天，我们不记您的网络地址。
    </p>
    <Fault says={draft.fault} />
    <form method="post">
      <input type="hidden" name="wants" value="letter" />
      <input type="hidden" name="sheet" value={draft.sheet} />
      <label for="text">什么事，想请我们做什么</label>
      <p class="hint" id="text-hint">
        几句话就行，最多{MOST_CHARS}字。
      </p>
      <textarea id="text" name="text" maxlength={MOST_CHARS} required aria-describedby="text-hint">
        {draft.text ?? ''}
      </textarea>
      <label for="way-back">怎么联系您（可以不写）</label>
      <p class="hint" id="way-hint">
        电话或微信号。不写也行：送出后给您一个号和查询码，凭它回来看回音。
      </p>
      <input
        id="way-back"
        name="wayBack"
        maxlength={MOST_WAY_CHARS}
        autocomplete="off"
        aria-describedby="way-hint"
        value={draft.wayBack ?? ''}
      />
      <div class="trap" aria-hidden="true">
        <label for="website">这一格请留空</label>
        <input id="website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      <button type="submit">送出</button>
    </form>
  </section>
);

const StateSection: FC<{ fault?: string | undefined }> = ({ fault }) => (
  <section aria-labelledby="look">
    <h2 id="look">写过了，看回音</h2>
    <Fault says={fault} />
    <form method="post">
      <input type="hidden" name="wants" value="state" />
      <label for="number">第几件</label>
      <input id="number" name="number" inputmode="numeric" maxlength={12} autocomplete="off" required />
      <label for="code">查询码（8个数字）</label>
      <input id="code" name="code" inputmode="numeric" maxlength={16} autocomplete="off" required />
      <button type="submit" class="second">
        看回音
      </button>
    </form>
  </section>
);

/** The form, for a first visit and for what could not be taken. */
export const FormPage: FC<{ unit: UnitFacts; draft: Draft; stateFault?: string }> = props => (
  <Frame title={`给${props.unit.name}写信`}>
    <h1>给{props.unit.name}写信</h1>
    {/* Without a script the page opens at its top: what was wrong must stand there. */}
    {props.stateFault ? <StateSection fault={props.stateFault} /> : null}
    <LetterSection unit={props.unit} draft={props.draft} />
    {props.stateFault ? null : <StateSection />}
    <Telephones hotline={props.unit.hotline} />
  </Frame>
);
