-- What the law asks to record about a provision to, or a receipt from, a third party (個人情報保護法 29条・30条). Sealed: who
-- it concerned is readable with the installation's key only. An entry of the chain names the hash of the sealed text.

create table provision (
    transfer      text   not null primary key references transfer (id),
    sealed        text   not null
);
