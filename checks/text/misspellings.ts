/*
 * Misspellings of the words that connectors are described with, each after the word that is meant. A list of what is
 * wrong never takes the name of a product for a mistake, as a list of what is right does.
 */

const wrongByRight = `
abbreviation:abbrevation; accessible:accesible; accommodate:accomodate; achieve:acheive; across:accross;
activities:activites activties; actual:acutal; additional:addional additonal addtional;
address:addres adress; addresses:adresses; aggregate:agregate; agreement:aggreement;
already:allready alredy; amount:ammount amout; appear:apear; appearance:appearence;
application:appication applicaton; appropriate:appropiate approriate; archive:archieve; argument:arguement;
assign:asign; assignment:assigment assignement; associated:assoicated asssociated;
attachment:atachment attachement; attachments:attachements; attribute:attribte attribue;
authentication:authenication authentification authetication; authorization:authorizaton;
automatically:automaticaly; availability:availablity; available:availabe availble avalaible avaliable;
because:becuase; before:befor; beginning:begining; believe:beleive; boolean:boolan;
business:buisness bussiness; category:catagory cateogry catergory; character:charachter chracter;
characters:characteres; comment:coment; commission:comission; committed:commited;
communication:comminication communcation; company:comany compnay; comparison:comparision;
compatibility:compability compatability; completely:completly; concatenation:concatination;
condition:condtion; configuration:configration configuation; confirmation:confirmaton;
connection:conection connecion conneciton connnection; contain:contian; contains:containes;
conversion:convertion; countries:countires; country:coutry; created:creaed creatd;
currency:curency currecy; current:currrent; currently:currenty; customer:custmer customeer custumer;
database:databse; default:deafult defalt defautl defualt defult; definition:defination definiton;
delimiter:delimeter delimter; department:deparment departement depatment; describe:descibe;
described:decribed; description:desciption descripton descrition desription; destination:destiantion;
details:detials; different:differnt diffrent; disappear:disapear;
document:docment documet documment doucment; doesn't:doesnt; domain:domian;
download:donwload dowload downlod; duplicate:duplciate; during:durring; element:elment; email:emial;
employee:emplyee empolyee; environment:enviornment enviroment environemnt; error:eror;
example:exapmle exmaple; execute:excecute exectue; existence:existance;
existing:exising exisiting exsiting; expiration:experation; expiry:expirey; explanation:explaination;
extension:extention; external:extenal extrenal; field:feild; fields:feilds; filter:fitler;
following:follwing folowing; format:foramt; formatted:formated; formatting:formating; forty:fourty;
frequency:frequencey; fulfill:fullfill; function:fucntion funtion; further:furthur futher;
generally:generaly; guarantee:garantee guarentee; height:hieght; hierarchy:heirarchy; highlight:higlight;
identified:identifed; identifier:identifer identifyer indentifier; implicitly:implicitely;
incident:incedent; include:inclued; including:includeing; incoming:incomming; independent:independant;
indices:indicies; information:imformation infomation informaton informtion; initial:inital intial;
initialize:initalize; instance:insance instace; instruction:instrution; integer:interger intger;
integration:integeration intergration; interest:intrest; interrupt:interupt;
invoice:inovice invioce invoce invocie; items:itmes; knowledge:knowlege;
language:langage langauge lanugage; length:lengh lenght; liaison:liason; library:libary; little:litle;
location:locaiton locaton; maintenance:maintainance maintenence; management:managment;
mandatory:mandetory manditory; maximum:maximun; message:meassage mesage messsage; minimum:mimimum minumum;
misspell:mispell; multipart:mutipart; multiple:mulitple multple mutliple;
necessary:neccesary neccessary necesary; number:nmuber nubmer; occasion:occassion; occurred:occured;
occurrence:occurance occurence; occurring:occuring; omit:ommit; omitted:ommitted;
operation:operaton opertion; opportunities:opportunites; opportunity:oportunity oppurtunity;
optional:optinal optoinal; optionally:optionaly; organisation:organisaton;
organization:organizaton orginization; original:orginal; output:ouput outpt;
parameter:paramater paramter parmeter; parameters:paramters; particular:particuler; partner:parnter;
password:passowrd passwrod pasword; payment:paymet paymnet; perform:perfom; permission:permision permisson;
permissions:permissons; persistent:persistant; position:postion; possibility:possiblity; possible:posible;
preferably:preferrably; preferred:prefered; previous:previos previuos; priority:prioirty priorty prority;
privilege:privilage priviledge; process:proccess; processing:procesing; product:prodcut produt;
program:progam; project:porject projcet; properties:properites; property:proeprty propery;
provide:proivde provde provied; publicly:publically; purchase:puchase purchse; qualified:qualifed;
quantity:qauntity quanity quantitiy; query:querry; receipt:reciept; receive:recieve; received:recieved;
receiver:reciever; receives:recieves; receiving:recieving;
recipient:receipient recepient recieptient recipeint recipent; recommend:reccomend recomend;
recommended:recomended; record:reccord recrod reocrd; recurrence:recurence;
reference:referance refernce refrence; referral:referal; referred:refered; referring:refering;
register:regsiter; registered:registed; release:relase; relevant:relavant relevent; request:reqeust requst;
requested:reqested; required:requiered requird requred requried; reservation:reservaton;
resource:resorce resouce; response:reponse repsonse respone respons resposne; responses:reponses;
responsible:responsable; retrieval:retrival; retrieve:retreive retrive; retrieved:retreived retrived;
retrieves:retreives; return:retrun reutrn; returns:retuns; schedule:scedule schdule shedule;
scheduled:schduled; search:seach serach; searches:searchs; separate:seperate; separated:seperated;
separately:seperately; separator:seperator; sequence:sequnce; service:servce sevice; session:sesson;
shipping:shiping; should:shoud shuold; similar:similiar simlar; specific:specfic specifc spefic;
specified:specifed specificed speficied; specify:specifiy; standard:standart; statement:statment;
status:statsu stauts sttaus; submission:submision; submit:sumbit; submitted:submited;
subscribe:subscibe suscribe; subscriber:subscirber;
subscription:subcription subscripton subsription suscription; success:sucess;
successful:succesful successfull sucessful; successfully:succesfully sucessfully; summary:sumary;
support:suport suppport; synchronize:syncronize; synchronous:synchronus;
template:temlate tempalte templete; temporarily:temporarly; temporary:temperary; the:teh; their:thier;
threshold:threshhold; time:tiem; timestamp:timestap timestmap; timezone:timezome; together:togther;
tomorrow:tommorow tomorow; transaction:transaciton transacton transction; transfer:tranfer;
transferred:transfered; trigger:triger; triggered:trigered trigerred trigged; truly:truely;
typically:typcially; unique:uniqe uniuqe unqiue; unknown:uknown unkown;
unnecessary:unecessary unneccessary; until:untill; update:udpate upadte upate;
updated:udpated upated updaed; upload:uplaod upoad; usage:useage; useful:usefull; usually:usally usualy;
valid:vaild; validate:vaildate; validation:validaton; value:valeu vallue vlaue; values:vallues;
variable:variabel varible; verification:verfication; verified:verfied; version:verison versoin; when:wehn;
whether:wheather; which:whcih wich; with:wiht witht; without:wihtout; workflow:worflow workfow worklow;
writing:writting; yield:yeild
`;

/** A word of a text that is misspelt, and what it is to be. */
export interface Misspelling {
  readonly word: string;
  readonly right: string;
}

interface Known {
  /** What is meant, by what is wrong. */
  readonly rights: ReadonlyMap<string, string>;
  /** Which hashes a wrong word has. */
  readonly hashes: Uint8Array;
}

let known: Known | undefined;

/** The misspelt words of a text. Parts of names, addresses and code are none. */
export function misspellingsIn(whole: string): readonly Misspelling[] {
  const text = whole.includes("`") ? whole.replace(/`[^`]*`/g, " ") : whole;
  const { rights, hashes } = (known ??= readKnown());
  const found: Misspelling[] = [];
  const { length } = text;
  for (let end = 0; end < length; end++) {
    const start = end;
    let hash = 0;
    // To ask for the unit after the last one would take as long as all others together.
    for (let unit = text.charCodeAt(end); isLetter(unit); unit = ++end < length ? text.charCodeAt(end) : 0)
      hash = hashWith(hash, unit);
    // Nearly all words are right, so that only few are looked at more closely.
    if (hashes[hash] === 0) continue;
    const word = text.slice(start, end);
    const right = rights.get(word.toLowerCase());
    if (right === undefined || !isPlainWord(text, start, word)) continue;
    found.push({ word, right: /^[A-Z]/.test(word) ? capitalised(right) : right });
  }
  return found;
}

/** Whether a UTF-16 unit is a letter of a to z, small or capital, or an apostrophe. */
function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x27;
}

/** The hash of the letters so far, with one more letter, small or capital: a number of 16 bits. */
function hashWith(hash: number, unit: number): number {
  return (hash * 33 + (unit & 0x1f)) & 0xffff;
}

/** Whether a word stands by itself, in small letters but for its first. */
function isPlainWord(text: string, start: number, word: string): boolean {
  const before = text.charAt(start - 1);
  const after = text.slice(start + word.length, start + word.length + 2);
  return (
    /^.[a-z']*$/.test(word) &&
    !/[\p{L}\p{N}_./@:#&=?{$%~\\-]/u.test(before) &&
    !/^(?:[\p{L}\p{N}_/@=%[®™-]|\.\p{L}|\(\)|::)/u.test(after)
  );
}

function readKnown(): Known {
  const pairs = wrongByRight.split(";").flatMap((entry): [string, string][] => {
    const [right = "", wrong = ""] = entry.trim().split(":");
    return wrong.split(" ").map((word) => [word, right]);
  });
  const rights = new Map(pairs);
  const hashes = new Uint8Array(1 << 16);
  for (const word of rights.keys()) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = hashWith(hash, word.charCodeAt(at));
    hashes[hash] = 1;
  }
  return { rights, hashes };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
