import { contactEpisodesIn } from '../analysis/contact-episodes.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { aDayFor } from './pace.ts';

/** 蜻蜓点水: the cadre turns to many members once, and it comes to nothing. */
export const shallowTouch = defineDetector({
  name: 'shallow-touch',
  title: '联系只有一下就过',
  quotation: { number: 'F16', words: '不要走马观花、不要蜻蜓点水' },
  severity: 'warn',
  detect(window) {
    if (!window.timeline.hasCadre) return 'no-data';
    const episodes = contactEpisodesIn(window);
    const shallow = episodes.filter(episode => episode.isShallow).length;
    const limit = THRESHOLDS.shallowTouch;
    const share = shallow / Math.max(1, episodes.length);
    if (episodes.length < limit.leastEpisodes || share <= limit.share) return null;
    return {
      evidence: { episodes: episodes.length, shallow, share },
      prescription: `主动联系${episodes.length}次，${shallow}次只有一句话或一次拜访，没等到回音。${actDay(window.day)}起每天回访${aDayFor(shallow)}位，问一件要办的事。`,
    };
  },
});
