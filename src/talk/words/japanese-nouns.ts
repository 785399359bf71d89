/** Japanese nouns and characters by which the reader tells names, amounts and memos apart. */

/** Units of what is no money. */
export const counters =
  /(?:時間?(?!計)|分(?:に|後|前|間|早|遅|ほど前)|秒|個|本(?!代|の|屋)|枚|匹|人|名|歳|才|回(?!収|し)|度(?!に)|台(?!所)|冊|杯|階|点差|キロ|km|kg|曲|話|ダース|試合|つ|社|件|軒|泊|番|位|級|年|月|日|週)/uy;

/** What may follow a number in kanji that is an amount. */
export const afterKanji =
  /^(?:$|[\s、。,.!?！？をにはがだでと→もじのか(]|GEM|gem|ジェム|じぇむ|コイン|ほど|ぐらい|くらい|ばか|ね|よ|送|払|振|入金|出金|預|引|返|請|渡|お願|たの|頼|円|ドル|ポイント|だけ|ぶん|分|から|いれ|入れ|おろ|下|ずつ|ちょうど|あげ|投げ|やっ|ユーロ|チャージ)/u;

/** Nouns in katakana, kanji or hiragana that are no names, though a particle follows. */
export const notNames =
  /^(?:ピザ|コーヒー|メモ|メール|ゲーム|サーバー|チケット|ランチ|ディナー|タクシー|バス|カフェ|スタンプ|プレゼント|最後|今度|本当|特別|一緒|丁寧|緊急|代わり|毎月|毎週|口座|別|普通|自動|以外|家賃|外食|手元|手持ち|店|会社|学校|現金|今回|今月|来月|毎日|一括|早急|先に|後|次|最初|正確|確実|簡単|大切|無事|食費|食事|買物|電車|交通|何|すぐ|べつ|ほん|とく|つい|いっしょ|まとめ|ちなみ|さら|すで|まだ|もう|とも|いく|ほか|だれ|どこ|ここ|そこ|これ|それ|あれ|みな|なに|どう|こと|もの|ため|たまに|レジ|カード|ドア|ネット|アプリ|スマホ|パソコン|サイト|[\p{Script=Han}ぁ-んァ-ヶー]{1,6}用)$/u;

/** Nouns that hold the stem of a verb: 仕送り is no order to send. */
export const compounds =
  /(?:買い出し|思い出|貸し出し|仕送り|見送り|贈り物|届け物|差し入れ|仕入れ|手渡し|前払い|後払い|分割払い)(?!し|す|て)/uy;

/** Ends of what a payment is for: ピザ代, 会費, 家賃. */
export const purpose =
  /(?:代|費|料|賃|金|税|代金|料金|立て?替え?分|割り勘分?|分|祝い?|小遣い|こづかい|プレゼント|お礼|お土産|罰金|カンパ|チップ|代の半分|費の半分|割り勘)$/u;

/** Words before an amount that say nothing about it. */
export const idle =
  /^(?:お?約束|例|さっき|この前|この間|先日|今回|残り|足りない|足りなかった|返済|返す|立て?替え|立替|借り|貸し|貸しっぱなし|分|手持ち|今月分|必要|今日|昨日|追加|差額|あと|振込先|送金先|送り先|宛先|支払先|振込額|送金額|金額|額|口座|支払い|振込|送金|請求|入金|相手|を引い|引い)+$/u;
