import type { ToneGroups } from "./lexicon-source.ts";

/** Of no language. Emoticons are matched as they are typed. */
export const emoji: ToneGroups = [
  [2.5, "😍 🥰 🤩 🎉 🥳 💯 🏆 😻 💖 💕 💗 💓 💘 💞 💝 ❤ ♥ 💙 💚 💛 💜 🧡 🤍 🎊 🥇 <3"],
  [
    1.8,
    "😀 😃 😄 😁 😆 😊 ☺ 🙂 😎 😇 😋 😌 👍 👏 🙌 🙏 👌 💐 🌹 🤝 😺 😸 😘 😙 😚 🤗 ✨ ⭐ 🌟 ✅ 💪 🔝 🍾 🥂 :) :-) :D :-D =) =D ^^ (: :] ;) ;-) 😉",
  ],
  [0.7, "😂 🤣 😅 🎈 ☀ 🌞 🆗 :P ;P 😜 😝 😏"],
  [-0.9, "🤔 🤨 😬 🤷 🙈 😴 😪 😳 🙃 ⏳ ⌛ 🥱 😶 🧐 ⚠"],
  [
    -1.8,
    "😞 😔 😟 🙁 ☹ 😕 😒 😩 😫 😢 😥 😖 😣 😓 😰 😨 😱 😦 😧 🥺 🙄 😑 😐 👎 💔 ❌ 🚫 😿 🙀 🤦 🤥 🤕 🤒 😵 :( :-( ): :/ :-/ :'( =( =/ :[",
  ],
  [-2.5, "😡 😠 🤬 😤 😭 🤮 🤢 💩 🖕 👿 😈 😾 🤡 💀 ☠ 🗑 🚮 🐌"],
];
