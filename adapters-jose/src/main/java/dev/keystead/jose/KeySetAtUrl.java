package dev.keystead.jose;

/** The key set at a fixed address. */
record KeySetAtUrl(KeyAddress address, WebDocuments documents) implements KeyPublication {

    @Override
    public WebDocument fetch() throws FetchException {
        return documents.get(address);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
