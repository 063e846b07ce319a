import { parseLists } from "../../parse-phrases.ts";
import { WORD_LISTS } from "../manner-lists.ts";

export const words = parseLists(
  WORD_LISTS,
  `
= job
- Office Manager
- Facilities
- Head of Purchasing
- Assistant
- Owner
- Head Gardener
- Accounts Payable
- Site Manager
- Chef
- IT
= weekday
- Monday
- Tuesday
- Wednesday
- Thursday
- Friday
- Saturday
= month
- January
- February
- March
- April
- May
- June
- July
- August
- September
- October
- November
- December
= part
- valve
- power supply
- charging cradle
- touch panel
- hinge
- seal
- pump
- moisture sensor
- filter basket
- grinding disc
- mounting bracket
- battery cover
- receipt roller
- dimmer knob
- lid
- drip tray
- hose connector
- glass bowl
- antenna
- wall plug
- probe
- display
= colour
- moss green
- slate
- cream
- copper
- anthracite
- plum
- mustard
- birch
= device
- an Android phone
- an iPhone
- my tablet
- a Windows laptop
- a MacBook
- an older Android tablet
- Linux
- the kitchen display
`,
);
