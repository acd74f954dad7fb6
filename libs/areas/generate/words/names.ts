/** First parts of invented providers' names. */
export const stems = ['Abbotsmoor', 'Aldersey', 'Amberlode', 'Arkwell', 'Ashgrove', 'Barrowdene', 'Beckfield', 'Bellhanger', 'Birchover', 'Blackthorn', 'Bramcote', 'Brindle', 'Brocklea', 'Burdock', 'Calloway', 'Cardew', 'Carrick Lane', 'Chalkpit', 'Clearwell', 'Coldbrook', 'Corve', 'Cranmere', 'Crossways', 'Culver', 'Damson', 'Derrow', 'Dovedale Road', 'Dunmore', 'Eastwater', 'Elderfield', 'Ellacombe', 'Emberton', 'Fairlight', 'Fallow', 'Fennimore', 'Fernhill', 'Fiveways', 'Foxcote', 'Gable', 'Garrow', 'Goldcrest', 'Greenacre', 'Hallam Street', 'Harebell', 'Harrow and Vale', 'Hawkstone', 'Hazelmere', 'Heron', 'Hobday', 'Hollin', 'Hornbeam', 'Ivel', 'Juniper', 'Kestrel', 'Kingfisher', 'Kyre', 'Lapwing', 'Larkfield', 'Lindow', 'Linnet', 'Longacre', 'Lyddon', 'Maplin', 'Marram', 'Meadowbank', 'Medlar', 'Merrow', 'Millrace', 'Moorhen', 'Nettlecombe', 'Newbridge', 'Northmoor', 'Oakhanger', 'Old Forge', 'Orchard Row', 'Osier', 'Otterbourne', 'Pargeter', 'Peverell', 'Pinfold', 'Plover', 'Quarry Bank', 'Quillan', 'Rainbow Bridge', 'Redfern', 'Ridgeway', 'Rookery', 'Rowan Tree', 'Saltmarsh', 'Sandford', 'Saxby', 'Sedgeley', 'Shearwater', 'Silverbirch', 'Skylark', 'Speedwell', 'Stanmore', 'Stonebridge', 'Swallowfield', 'Tamarisk', 'Teasel', 'Thornbury Road', 'Threeways', 'Tithe Barn', 'Trent and Wold', 'Turnpike', 'Underhill', 'Verity', 'Wainwright', 'Water Lane', 'Wayfarer', 'Weald', 'Whinfell', 'Whitebeam', 'Willowbrook', 'Windmill', 'Woodruff', 'Wychwood', 'Yarrow', 'Yewdale'];

/** What follows a provider's name, by its type. */
export const endings: Readonly<Record<string, readonly string[]>> = {
  'small business': [' Ltd', ' Ltd', ' and Sons', ' and Daughter Ltd', ''],
  'medium business': [' Ltd', ' Ltd', ' Group Ltd'],
  'large business': [' plc', ' (UK) Ltd', ' Group plc', ' Ltd'],
  'charity or community': [' Trust', ' Association', ' Foundation', ' Project', ' Together'],
  'social enterprise': [' CIC', ' Co-operative', ' Mutual', ' Community Interest Company'],
};

/** Names of people, for those who report. */
export const givenNames = ['Aisha', 'Alan', 'Bethan', 'Carol', 'Chidi', 'Dawn', 'Derek', 'Elif', 'Farah', 'Gareth', 'Hannah', 'Imran', 'Jean', 'Kofi', 'Leah', 'Magda', 'Nell', 'Owen', 'Parveen', 'Rob', 'Sanjay', 'Sheila', 'Tess', 'Umar', 'Viv', 'Wanda', 'Yusuf', 'Zoe'];
export const familyNames = ['Abara', 'Barlow', 'Cope', 'Dhillon', 'Eaves', 'Fenwick', 'Gill', 'Hussain', 'Ives', 'Jolly', 'Kaur', 'Lomax', 'Mistry', 'Nowak', 'Osei', 'Pike', 'Quinn', 'Rahman', 'Stead', 'Tull', 'Ure', 'Varga', 'Webb', 'Yates'];
