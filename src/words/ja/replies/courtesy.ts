/** Answers to a greeting, thanks and a goodbye. */
export const courtesy = {
  greeting: { title: 'こんにちは', sentence: 'ご利用ありがとうございます。' },
  thanks: { title: 'どういたしまして', sentence: '何かありましたら、いつでもお書きください。' },
  goodbye: { title: 'またのご利用をお待ちしています', sentence: 'いつでもお書きください。' },
  logOut: 'ログアウト',
};
