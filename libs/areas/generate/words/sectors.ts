/** A sector that authorities buy from: what its contracts are called, how large they are, what its bidders promise. */
export interface Sector {
  readonly name: string;
  /** Its share of the contracts. */
  readonly weight: number;
  /** Which of the setting's directorates runs its contracts. */
  readonly directorate: 'people' | 'children' | 'place' | 'health' | 'resources';
  /** Whole-life contract value in pounds: the median and how far it spreads (`distributions/contract-values.ts`). */
  readonly median: number;
  readonly spread: number;
  /** Whole years. */
  readonly length: readonly [number, number];
  /** Health and social care are light touch or under the Provider Selection Regime (DOMAIN.md). */
  readonly regime: 'light-touch' | 'provider-selection-regime' | 'open';
  /** Who provides, with their shares; the shares of providers based in the area. */
  readonly types: readonly (readonly [number, 'small business' | 'medium business' | 'large business' | 'charity or community' | 'social enterprise' | 'public body'])[];
  /** How often each measure is promised. */
  readonly promises: readonly (readonly [number, string])[];
  readonly titles: readonly string[];
  /** Ends of providers' names. */
  readonly firms: readonly string[];
  /** Ends of the names of public bodies. */
  readonly bodies?: readonly string[];
}

const FIRMS = [[30, 'small business'], [40, 'medium business'], [30, 'large business']] as const;
const CARE = [[25, 'social enterprise'], [25, 'charity or community'], [20, 'small business'], [20, 'medium business'], [10, 'large business']] as const;

export const sectors: readonly Sector[] = [
  {
    name: 'facilities',
    weight: 15,
    directorate: 'resources',
    median: 380_000,
    spread: 1.1,
    length: [3, 5],
    regime: 'open',
    types: [[35, 'small business'], [35, 'medium business'], [20, 'large business'], [10, 'social enterprise']],
    promises: [[6, 'M01'], [5, 'M12'], [4, 'M02'], [3, 'M03'], [3, 'M07'], [2, 'M13'], [2, 'M16'], [1, 'M05']],
    titles: ['Cleaning of schools, {place}', 'Window cleaning', 'Lift maintenance', 'Fire and intruder alarms', 'Security guarding, {place} offices', 'Grounds of care homes', 'Boiler servicing', 'Reception and post room', 'Pest control', 'Laundry for care homes', 'Electrical testing', 'Office moves and storage', 'Water hygiene', 'Caretaking, {place} cluster', 'Drain clearance', 'Emergency lighting', 'Furniture for schools', 'Confidential waste', 'Workwear and laundry', 'Air conditioning and ventilation', 'Locks, safes and keys', 'Cleaning of libraries', 'Legionella control, {place}'],
    firms: ['Facilities', 'Cleaning Services', 'Building Services', 'Property Care', 'Maintenance', 'Electrical', 'Heating', 'Security', 'Site Services'],
  },
  {
    name: 'construction',
    weight: 14,
    directorate: 'place',
    median: 1_900_000,
    spread: 1.35,
    length: [1, 4],
    regime: 'open',
    types: FIRMS,
    promises: [[7, 'M12'], [6, 'M04'], [5, 'M01'], [4, 'M10'], [3, 'M06'], [3, 'M05'], [2, 'M07'], [2, 'M16'], [1, 'M02'], [1, 'M17'], [1, 'M15']],
    titles: ['Primary school extension, {place}', 'Roof renewals, school programme', 'Library refurbishment, {place}', 'Care home rebuilding, {place}', 'Leisure centre, {place}', 'Demolition of the old depot, {place}', 'Windows and doors, council homes', 'Kitchens and bathrooms, council homes', 'Solar panels on council roofs', 'Flood wall, {place}', 'Bus station, {place}', 'Fire station training yard', 'Heat network, {place}', 'Special school, {place}', 'Asbestos removal', 'Minor works', 'Market hall repairs, {place}', 'Extra-care flats, {place}', 'Swimming pool plant, {place}', 'Accessible kitchens and lifts', 'Town hall stonework', 'Bridge strengthening, {place}', 'Travellers’ site, {place}', 'Museum store'],
    firms: ['Construction', 'Builders', 'Building and Civil Engineering', 'Contractors', 'Roofing', 'Homes and Repairs', 'Partnership Build', 'Civil Engineering'],
  },
  {
    name: 'highways',
    weight: 8,
    directorate: 'place',
    median: 1_100_000,
    spread: 1.3,
    length: [2, 6],
    regime: 'open',
    types: FIRMS,
    promises: [[7, 'M12'], [5, 'M01'], [4, 'M04'], [4, 'M16'], [2, 'M14'], [2, 'M07'], [2, 'M10'], [1, 'M06'], [1, 'M15']],
    titles: ['Street lighting', 'Traffic signals', 'Surface dressing, north', 'Surface dressing, south', 'Gully emptying', 'Road markings', 'Footways, {place}', 'Cycle route, {place}', 'Car parks and meters', 'Verge cutting, {place}', 'Vehicle hire', 'Bridge inspections', 'Traffic counts and surveys', 'Weed control', 'Patching gangs', 'Safety barriers', 'Drainage, {place}', 'Charging points'],
    firms: ['Highways', 'Road Services', 'Surfacing', 'Traffic Systems', 'Lighting', 'Plant Hire', 'Drainage'],
  },
  {
    name: 'adult social care',
    weight: 16,
    directorate: 'people',
    median: 1_300_000,
    spread: 1.2,
    length: [3, 5],
    regime: 'light-touch',
    types: CARE,
    promises: [[6, 'M02'], [5, 'M03'], [5, 'M04'], [4, 'M07'], [4, 'M09'], [3, 'M01'], [2, 'M11'], [2, 'M12'], [1, 'M13'], [1, 'M16']],
    titles: ['Home care, {place}', 'Supported living, {place}', 'Day opportunities, {place}', 'Extra care at {place}', 'Respite care', 'Shared Lives', 'Meals at home', 'Community equipment', 'Telecare and response', 'Advocacy', 'Carers’ support', 'Dementia cafés', 'Sensory support', 'Reablement at home, {place}', 'Learning disability short breaks', 'Hospital discharge beds, {place}', 'Handyperson service', 'Mental health recovery, {place}', 'Direct payments support', 'Nights at home', 'Housing-related support, {place}', 'Supported employment'],
    firms: ['Care', 'Home Care', 'Support', 'Living', 'Care and Support', 'Community Care', 'Homes'],
  },
  {
    name: 'children and young people',
    weight: 9,
    directorate: 'children',
    median: 520_000,
    spread: 1.0,
    length: [2, 4],
    regime: 'light-touch',
    types: CARE,
    promises: [[5, 'M06'], [4, 'M05'], [4, 'M02'], [4, 'M07'], [3, 'M04'], [3, 'M11'], [2, 'M12'], [2, 'M01'], [1, 'M10']],
    titles: ['Short breaks for disabled children', 'Children’s homes, block of beds', 'Family mediation', 'Youth clubs, {place}', 'Speech and language in nurseries', 'Independent visitors', 'Fostering recruitment', 'Holiday activities and food', 'Family hubs, {place}', 'School nursing', 'Tutoring for children in care', 'Nursery places, {place}', 'Young carers', 'Return interviews', 'Supervised contact, {place}', 'Parenting courses'],
    firms: ['Families', 'Youth Work', 'Children’s Services', 'Learning', 'Fostering', 'Young People'],
  },
  {
    name: 'passenger transport',
    weight: 7,
    directorate: 'place',
    median: 450_000,
    spread: 0.9,
    length: [2, 5],
    regime: 'open',
    types: [[50, 'small business'], [30, 'medium business'], [8, 'large business'], [12, 'charity or community']],
    promises: [[5, 'M01'], [4, 'M16'], [4, 'M12'], [3, 'M09'], [3, 'M07'], [2, 'M13'], [2, 'M05'], [1, 'M11']],
    titles: ['School buses, {place}', 'Home to school taxis, {place}', 'Evening and Sunday buses', 'Dial-a-ride, {place}', 'Special needs transport, lot {lot}', 'Park and ride', 'Rural buses, {place}', 'Non-emergency patient transport', 'Minibus maintenance', 'College buses'],
    firms: ['Coaches', 'Travel', 'Minibuses', 'Buses', 'Cars', 'Passenger Services'],
  },
  {
    name: 'waste and environment',
    weight: 7,
    directorate: 'place',
    median: 900_000,
    spread: 1.4,
    length: [3, 7],
    regime: 'open',
    types: [[30, 'small business'], [35, 'medium business'], [20, 'large business'], [15, 'social enterprise']],
    promises: [[5, 'M16'], [4, 'M18'], [4, 'M01'], [4, 'M12'], [3, 'M17'], [2, 'M07'], [2, 'M02'], [2, 'M05'], [1, 'M14']],
    titles: ['Food waste treatment', 'Garden waste composting', 'Street sweeping, {place}', 'Tree surgery', 'Clinical waste', 'Furniture reuse', 'Glass and cans', 'Fly-tip clearance', 'Bulky waste, {place}', 'Coppice and hedges', 'Park keeping, {place}', 'Tree planting', 'Playgrounds inspection', 'Haulage of residual waste', 'Stray dogs and animal welfare', 'River bank repairs, {place}'],
    firms: ['Recycling', 'Environmental', 'Waste Services', 'Landscapes', 'Tree Care', 'Reuse'],
  },
  {
    name: 'information technology',
    weight: 7,
    directorate: 'resources',
    median: 420_000,
    spread: 1.35,
    length: [2, 5],
    regime: 'open',
    types: [[30, 'small business'], [35, 'medium business'], [35, 'large business']],
    promises: [[5, 'M06'], [5, 'M08'], [4, 'M10'], [3, 'M16'], [3, 'M04'], [2, 'M05'], [2, 'M12'], [1, 'M14']],
    titles: ['Case management system, adults', 'Case management system, children', 'Laptops and screens', 'Mobile telephones', 'Website and forms', 'Library management system', 'Payroll system', 'Printing and copying', 'Data centre and backup', 'Telephony', 'Broadband for schools, {place}', 'Mapping and land charges', 'Cyber security monitoring', 'Income management system', 'Housing system', 'Electronic records store'],
    firms: ['Systems', 'Digital', 'Software', 'Networks', 'Data', 'Technology'],
  },
  {
    name: 'catering',
    weight: 4,
    directorate: 'children',
    median: 480_000,
    spread: 1.0,
    length: [2, 4],
    regime: 'open',
    types: [[40, 'small business'], [40, 'medium business'], [10, 'large business'], [10, 'social enterprise']],
    promises: [[7, 'M12'], [4, 'M04'], [4, 'M10'], [3, 'M13'], [3, 'M01'], [2, 'M15'], [2, 'M16'], [1, 'M05']],
    titles: ['School meals, {place} cluster', 'Staff canteen, County Hall', 'Milk for nurseries', 'Fruit and vegetables for schools', 'Meat and fish', 'Bread and cakes', 'Café at the country park', 'Vending', 'Food for care homes'],
    firms: ['Catering', 'Foods', 'Kitchens', 'Bakery', 'Dairies', 'Produce'],
  },
  {
    name: 'legal and professional',
    weight: 5,
    directorate: 'resources',
    median: 240_000,
    spread: 0.9,
    length: [2, 4],
    regime: 'open',
    types: [[40, 'small business'], [40, 'medium business'], [20, 'large business']],
    promises: [[7, 'M08'], [4, 'M06'], [3, 'M05'], [3, 'M07'], [2, 'M14'], [2, 'M04'], [1, 'M12']],
    titles: ['Legal advice, childcare', 'Legal advice, property', 'Internal audit', 'Valuations', 'Insurance broking', 'Occupational health', 'Architects and engineers', 'Quantity surveyors', 'Executive recruitment', 'Translation and interpreting', 'Enforcement agents', 'Ecological surveys', 'Treasury advice', 'Archaeology'],
    firms: ['LLP', 'Associates', 'Consulting', 'Partners', 'Surveyors', 'Advisory'],
  },
  {
    name: 'skills and employment',
    weight: 4,
    directorate: 'children',
    median: 600_000,
    spread: 1.0,
    length: [2, 4],
    regime: 'open',
    types: [[30, 'public body'], [30, 'charity or community'], [25, 'social enterprise'], [15, 'small business']],
    promises: [[6, 'M02'], [5, 'M04'], [4, 'M05'], [4, 'M06'], [2, 'M07'], [2, 'M13'], [2, 'M11']],
    titles: ['Adult learning, {place}', 'English for speakers of other languages', 'Work clubs, {place}', 'Supported internships', 'Digital inclusion, {place}', 'Start-up advice', 'Careers guidance', 'Bootcamps in construction'],
    firms: ['Training', 'Skills', 'Learning Trust', 'Works', 'Enterprise'],
    bodies: ['College', 'Adult Learning Service', 'Sixth Form College'],
  },
  {
    name: 'public health',
    weight: 4,
    directorate: 'health',
    median: 700_000,
    spread: 1.1,
    length: [3, 5],
    regime: 'provider-selection-regime',
    types: [[40, 'public body'], [30, 'charity or community'], [20, 'social enterprise'], [10, 'medium business']],
    promises: [[5, 'M07'], [4, 'M06'], [4, 'M04'], [3, 'M02'], [3, 'M09'], [3, 'M16'], [2, 'M11'], [2, 'M13']],
    titles: ['Stop smoking', 'Drug and alcohol recovery', 'Sexual health', 'Healthy weight, {place}', 'Health checks', 'Health visiting', 'Walking for health', 'Falls prevention, {place}', 'Oral health in schools', 'Domestic abuse support'],
    firms: ['Health', 'Recovery', 'Wellbeing', 'Health Partnership'],
    bodies: ['NHS Trust', 'Community NHS Trust', 'NHS Foundation Trust'],
  },
];
