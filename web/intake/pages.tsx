import type { FC } from 'hono/jsx';
import { sayMoment } from '../../src/texts/moments.ts';
import { aboutLetters } from '../../src/texts.ts';
import type { FoundLetter } from './find-letter.ts';
import type { StateForm } from './forms.ts';
import { BackToForm, Frame, Telephones, type UnitFacts } from './frame.tsx';
import { mayJudge } from './give-verdict.ts';
import type { TakenLetter } from './take-in.ts';

const sayCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** The number and the code, once; the telephone numbers first, and more plainly where the letter tells of danger. */
export const ThanksPage: FC<{ unit: UnitFacts; taken: TakenLetter; now: Date }> = ({ unit, taken, now }) => (
  <Frame title="收到了">
    {taken.isUrgent ? (
      <p class="fault" role="alert">
        您写的事听着很急。请现在就打上面的电话，信要等人看到才有回音。
      </p>
    ) : null}
    <h1>收到了，记为第{taken.ticket.number}件</h1>
    <section aria-labelledby="keep">
      <h2 id="keep">请截图，或抄下来</h2>
      <dl class="kept">
        <dt>第几件</dt>
        <dd>{taken.ticket.number}</dd>
        <dt>查询码</dt>
        <dd>{sayCode(taken.code)}</dd>
      </dl>
      <p>查询码只在这里显示，丢了找不回来。</p>
      <p>{sayMoment(taken.ticket.dueAt, now)}前会有回音。到时回到写信的页面，填这两个数就能看。</p>
    </section>
    <BackToForm code={unit.code} />
  </Frame>
);

const VerdictSection: FC<{ asked: StateForm }> = ({ asked }) => (
  <section aria-labelledby="solved">
    <h2 id="solved">解决了吗？您说了算</h2>
    <form method="post">
      <input type="hidden" name="number" value={asked.number} />
      <input type="hidden" name="code" value={asked.code} />
      <button type="submit" name="wants" value="confirm">
        解决了
      </button>
      <button type="submit" name="wants" value="reopen" class="second">
        没解决，请再办
      </button>
    </form>
  </section>
);

/** One line of where it stands, and what was answered. */
export const StatePage: FC<{ unit: UnitFacts; found: FoundLetter; asked: StateForm; now: Date }> = ({
  unit,
  found,
  asked,
  now,
}) => (
  <Frame title={`第${found.ticket.number}件`}>
    <h1>{aboutLetters.state(found.ticket, now)}</h1>
    {found.answer ? (
      <section aria-labelledby="answer">
        <h2 id="answer">承办的同志说</h2>
        <p class="words">{found.answer}</p>
      </section>
    ) : null}
    {mayJudge(found.ticket, now) ? <VerdictSection asked={asked} /> : null}
    <BackToForm code={unit.code} />
  </Frame>
);

/** Anything that did not work, in one calm sentence with what helps now. */
export const CalmPage: FC<{ title: string; says: string; hotline: string | null }> = props => (
  <Frame title={props.title}>
    <h1>{props.title}</h1>
    <p>{props.says}</p>
    <Telephones hotline={props.hotline} />
  </Frame>
);
