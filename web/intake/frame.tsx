import type { FC, PropsWithChildren } from 'hono/jsx';

/** What every page of a unit is made of. */
export interface UnitFacts {
  code: string;
  name: string;
  hotline: string | null;
  retentionDays: number;
}

const Call: FC<{ number: string; who: string }> = ({ number, who }) => (
  <li>
    <a href={`tel:${number}`}>
      {who} {number}
    </a>
  </li>
);

/** First on every page: a letter is read in hours, the telephone is answered now. */
const Danger: FC = () => (
  <section class="danger" aria-labelledby="danger">
    <h2 id="danger">有危险，别写信，马上打电话</h2>
    <ul class="calls">
      <Call number="110" who="报警" />
      <Call number="120" who="急救" />
      <Call number="119" who="火警" />
      <Call number="12338" who="妇女热线" />
      <Call number="12356" who="心理援助" />
    </ul>
  </section>
);

/** The paper of every page; the telephone numbers stand first. */
export const Frame: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="page.css" />
    </head>
    <body>
      <main>
        <Danger />
        {children}
      </main>
    </body>
  </html>
);

/** What was wrong, in one sentence that is read out. */
export const Fault: FC<{ says: string | undefined }> = ({ says }) =>
  says ? (
    <p class="fault" role="alert">
      {says}
    </p>
  ) : null;

/** Leads back to the form, at the same address. */
export const BackToForm: FC<{ code: string }> = ({ code }) => (
  <p class="back">
    <a href={code}>回到写信的页面</a>
  </p>
);

/** The street's own telephone where it is known, and the city's. */
export const Telephones: FC<{ hotline: string | null }> = ({ hotline }) => (
  <section aria-labelledby="call">
    <h2 id="call">也可以打电话</h2>
    <ul class="calls plain">
      {hotline ? <Call number={hotline} who="街道" /> : null}
      <Call number="12345" who="市民热线" />
    </ul>
  </section>
);
