/** Characters that carry a question rather than what it is about. */
const LIGHT = new Set(
  '的了吗呢吧啊呀嘛么哦哈哪请问我你您他她它们想一下个这那有是在和与及或还就都也会能可以要该应需怎样什如何为啥咋多少几好人者把被给对从到去来上过得着地之其于并而且很太最真又再只才所因行谁里儿时候说看教知道求助谢大家麻烦帮忙关咨询反映题情况',
);

/** Made of light characters only: 什么, 怎么, 请问. */
export const isLight = (text: string): boolean => Array.from(text).every(character => LIGHT.has(character));
