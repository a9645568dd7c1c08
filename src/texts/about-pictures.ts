/** What is said of pictures, which are kept by reference and never looked into. */
export const aboutPictures = {
  /** In private, to a picture alone. */
  heard: () => '图片收到了。要办什么事，请写一句话给我。',
  attached: (number: number) => `好，图片附在第${number}件了。`,
} as const;
